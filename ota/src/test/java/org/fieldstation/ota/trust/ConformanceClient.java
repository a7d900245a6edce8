package org.fieldstation.ota.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fieldstation.ota.Sha256;

/**
 * The client that the public TUF conformance suite commands: {@code init}, {@code refresh} and
 * {@code download} with words of its CLIENT-CLI.md. It exits with 0 when all was believed, else 1.
 */
final class ConformanceClient {
  private static final String METADATA = "metadata/";

  private final Map<String, String> options = new HashMap<>();
  private final List<String> targets = new ArrayList<>();
  private String command = "";

  private ConformanceClient(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (!word.startsWith("--")) {
        options.put("root", word);
        command = command.isEmpty() ? word : command;
      } else if (word.equals("--target-name")) {
        targets.add(words.get(++i));
      } else {
        options.put(word, words.get(++i));
      }
    }
  }

  static void main(String[] words) throws IOException {
    try {
      new ConformanceClient(List.of(words)).run();
    } catch (TrustException e) {
      System.err.println(e.code() + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private String option(String name) {
    return Objects.requireNonNull(options.get(name), name);
  }

  private void run() throws IOException {
    var client = client();
    switch (command) {
      case "init" -> client.install(Files.readAllBytes(Path.of(option("root"))));
      case "refresh" -> client.refresh(this::open);
      case "download" -> {
        for (var target : targets) {
          download(client, client.refresh(this::open).get(target));
        }
      }
      default -> throw new IllegalArgumentException(command);
    }
  }

  private TrustClient client() {
    var store = new Folder(Path.of(option("--metadata-dir")));
    return new TrustClient(store, new TrustedTime(InstantSource.system(), store, Instant.EPOCH));
  }

  private void download(TrustClient client, Target target) throws IOException {
    var file = Path.of(option("--target-dir")).resolve(target.name().replace('/', '_'));
    if (Files.exists(file) && isSame(target, file)) {
      return;
    }
    Files.write(file, client.fetch(this::open, target));
  }

  private static boolean isSame(Target target, Path file) throws IOException {
    return Sha256.of(Files.readAllBytes(file)).equals(target.sha256());
  }

  private Optional<InputStream> open(String name, long from) throws IOException {
    var base = name.startsWith(METADATA) ? option("--metadata-url") : option("--target-base-url");
    var uri = URI.create(base.replaceAll("/$", "") + name.substring(name.indexOf('/')));
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
      return answer.statusCode() == 200
          ? Optional.of(new ByteArrayInputStream(answer.body()))
          : Optional.empty();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Metadata as files that the suite reads. */
  private record Folder(Path folder) implements MetadataStore {
    @Override
    public Optional<byte[]> load(String name) {
      try {
        var file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void save(String name, byte[] bytes) {
      try {
        Files.write(folder.resolve(name), bytes);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
