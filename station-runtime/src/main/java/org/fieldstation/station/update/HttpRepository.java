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
 * A repository behind HTTP/1.1, asked for piece by piece by Range (RFC 9110 §14), from what is on
 * the disk. A server sends as far ahead as buffers on the way have room; without pieces that would
 * be paid for and lost at each cut. The server is not believed: names are hashes, and what it sends
 * is hashed.
 */
final class HttpRepository implements Repository {
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,15})-(\\d{1,15})/(\\d{1,15})");

  /** What is lost at most at a cut; a request costs some 300 bytes, and a round trip. */
  static final int PIECE = 64 << 10;

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int PRECONDITION_FAILED = 412;
  private static final int NOTHING_THERE = 416;

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
      case PARTIAL -> Optional.of(new Pieces(name, from, piece(answer, from)));
      case NOT_FOUND, GONE -> {
        answer.body().close();
        yield Optional.empty();
      }
      case PRECONDITION_FAILED -> {
        answer.body().close();
        throw changed(name);
      }
      default -> {
        answer.body().close();
        if (answer.statusCode() == NOTHING_THERE && from == 0) {
          yield Optional.of(InputStream.nullInputStream()); // an empty file has no range
        }
        throw new IOException("%s: HTTP %d".formatted(name, answer.statusCode()));
      }
    };
  }

  /** Another version from now on: the hash will say whether what we have still counts. */
  private IOException changed(String name) {
    versions.remove(name);
    return new IOException(name + " was changed on the server while it was being brought");
  }

  private HttpResponse<InputStream> ask(String name, long from) throws IOException {
    var request = HttpRequest.newBuilder(at(name)).timeout(ANSWER).GET();
    request.header("Range", "bytes=%d-%d".formatted(from, from + PIECE - 1));
    if (from > 0) {
      Optional.ofNullable(versions.get(name)).ifPresent(tag -> request.header("If-Match", tag));
    }
    try {
      var answer = client.send(request.build(), BodyHandlers.ofInputStream());
      var tag = answer.headers().firstValue("ETag").filter(text -> !text.startsWith("W/"));
      if (from > 0
          && tag.isPresent()
          && !tag.get().equals(versions.getOrDefault(name, tag.get()))) {
        answer.body().close(); // it does not know If-Match
        throw changed(name);
      }
      tag.ifPresent(text -> versions.put(name, text));
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

  /** A piece of a file that has come, up to where it goes, and the length of the whole. */
  private record Piece(InputStream in, long end, long whole) {}

  /** Bytes of another place in the file would be found out by the hash, a whole download later. */
  private static Piece piece(HttpResponse<InputStream> answer, long from) throws IOException {
    var range = CONTENT_RANGE.matcher(answer.headers().firstValue("Content-Range").orElse(""));
    if (!range.matches()
        || Long.parseLong(range.group(1)) != from
        || Long.parseLong(range.group(2)) < from) {
      answer.body().close();
      throw new IOException("the server sent another range than was asked for");
    }
    return new Piece(
        answer.body(), Long.parseLong(range.group(2)) + 1, Long.parseLong(range.group(3)));
  }

  /** One piece after another, each asked for when the one before has been read. */
  private final class Pieces extends InputStream {
    private final String name;
    private long at;
    private Piece now;

    Pieces(String name, long from, Piece first) {
      this.name = name;
      this.at = from;
      this.now = first;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int got = now.in().read(bytes, offset, length);
      while (got < 0 && at == now.end() && at < now.whole()) {
        now.in().close();
        now = next();
        got = now.in().read(bytes, offset, length);
      }
      at += Math.max(got, 0);
      return got;
    }

    private Piece next() throws IOException {
      var answer = ask(name, at);
      if (answer.statusCode() == PARTIAL) {
        return piece(answer, at);
      }
      answer.body().close();
      if (answer.statusCode() == PRECONDITION_FAILED) {
        throw changed(name);
      }
      throw new IOException("%s: HTTP %d in the middle".formatted(name, answer.statusCode()));
    }

    @Override
    public void close() throws IOException {
      now.in().close();
    }
  }
}
