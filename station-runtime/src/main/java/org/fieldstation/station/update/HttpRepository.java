package org.fieldstation.station.update;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.fieldstation.ota.Repository;

/**
 * A repository behind HTTP/1.1, taken up again by Range (RFC 9110 §14) from what is on the disk.
 * The server is not believed: names are hashes, and what it sends is hashed.
 */
final class HttpRepository implements Repository {
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,15})-.*");
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int PRECONDITION_FAILED = 412;

  private final URI address;
  private final HttpClient client;

  /** The version of each file that was begun, as the server names it. */
  private final Map<String, String> versions = new ConcurrentHashMap<>();

  HttpRepository(URI address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER)
            .followRedirects(Redirect.NORMAL)
            .build();
  }

  @Override
  public Optional<InputStream> open(String name, long from) throws IOException {
    var answer = ask(name, from);
    return switch (answer.statusCode()) {
      case OK -> Optional.of(skipped(answer, from));
      case PARTIAL -> Optional.of(mustBeginAt(answer, from));
      case NOT_FOUND, GONE -> {
        answer.body().close();
        yield Optional.empty();
      }
      case PRECONDITION_FAILED -> {
        answer.body().close();
        versions.remove(name); // another version now: the hash will say whether ours still counts
        throw new IOException(name + " was changed on the server while it was being brought");
      }
      default -> {
        answer.body().close();
        throw new IOException("%s: HTTP %d".formatted(name, answer.statusCode()));
      }
    };
  }

  private HttpResponse<InputStream> ask(String name, long from) throws IOException {
    var request = HttpRequest.newBuilder(at(name)).timeout(ANSWER).GET();
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
      Optional.ofNullable(versions.get(name)).ifPresent(tag -> request.header("If-Match", tag));
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      answer
          .headers()
          .firstValue("ETag")
          .filter(tag -> !tag.startsWith("W/"))
          .ifPresent(tag -> versions.put(name, tag));
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }

  private URI at(String name) {
    var base = address.toString();
    return URI.create(base.endsWith("/") ? base + name : base + "/" + name);
  }

  /** A server without ranges sends everything again. */
  private static InputStream skipped(HttpResponse<InputStream> answer, long from)
      throws IOException {
    answer.body().skipNBytes(from);
    return answer.body();
  }

  /** Bytes of another place in the file would be found out by the hash, a whole download later. */
  private static InputStream mustBeginAt(HttpResponse<InputStream> answer, long from)
      throws IOException {
    var range = CONTENT_RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != from) {
      answer.body().close();
      throw new IOException("the server sent another range than was asked for");
    }
    return answer.body();
  }
}
