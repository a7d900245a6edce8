package org.fieldstation.ota.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldstation.ota.FolderRepository;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.publish.Drafts.Signers;
import org.fieldstation.ota.publish.Publisher;
import org.fieldstation.ota.publish.SecretKey;
import org.fieldstation.ota.publish.Signing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With the reference implementation, both ways. It wants {@code pip install tuf} for the Python
 * that {@code FIELDSTATION_PYTHON} names, or {@code python3}.
 */
@Tag("slow")
class PythonTufTest {
  private static final String NAME = "station-1.0.0-x86_64.manifest";

  @TempDir Path folder;

  private final String python =
      Optional.ofNullable(System.getenv("FIELDSTATION_PYTHON")).orElse("python3");
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock = InstantSource.system();

  @BeforeEach
  void pythonTufIsHere() throws Exception {
    assumeTrue(
        run("-c", "import tuf.ngclient").code() == 0,
        "python-tuf is not installed: pip install tuf securesystemslib[crypto]");
  }

  @Test
  void itsClientFollowsOurMetadataOverARotationOfTheRootToTheRelease() throws Exception {
    var repository = folder.resolve("ours");
    var keys = keys();
    var next = Stream.concat(keys.subList(0, 2).stream(), keys().stream().limit(1)).toList();
    var online = SecretKey.generate(random);
    var publisher = new Publisher(repository);
    sign(publisher.draftRoot(roles(keys, online), clock.instant()), keys);
    var release = Files.createDirectories(folder.resolve("release/bin"));
    Files.writeString(release.resolve("station"), "a program");
    var terms = new Publisher.Terms(List.of("x86_64"), 25, 1);
    sign(
        publisher.add("1.0.0", folder.resolve("release"), List.of(), terms, clock.instant()), keys);
    publisher.publish(online, clock.instant());
    sign(publisher.draftRoot(roles(next, online), clock.instant()), keys);
    publisher.publish(online, clock.instant());

    var said = script("read", repository.toString(), folder.resolve("cache").toString(), NAME);

    var manifest = TrustClientOf.of(repository, clock).target();
    assertThat(said.text()).contains(manifest.sha256());
    assertThat(folder.resolve("cache")).isDirectoryRecursivelyContaining("glob:**root.json");
  }

  @Test
  void ourClientFollowsItsMetadataToItsTarget() throws Exception {
    var repository = folder.resolve("theirs");
    assertThat(script("make", repository.toString(), NAME).code()).isZero();

    var client = TrustClientOf.of(repository, clock);

    assertThat(client.target().sha256()).isEqualTo(Sha256.of("made by python-tuf".getBytes(UTF_8)));
    assertThat(client.fetch()).isEqualTo("made by python-tuf".getBytes(UTF_8));
  }

  /** A station that comes with the first root of a repository. */
  private record TrustClientOf(TrustClient client, FolderRepository repository) {
    static TrustClientOf of(Path repository, InstantSource clock) throws IOException {
      var store = new MemoryStore();
      var client = new TrustClient(store, new TrustedTime(clock, store, Instant.EPOCH));
      client.install(Files.readAllBytes(repository.resolve("metadata/1.root.json")));
      return new TrustClientOf(client, new FolderRepository(repository));
    }

    Target target() throws IOException {
      return client.refresh(repository).get(NAME);
    }

    byte[] fetch() throws IOException {
      return client.fetch(repository, target());
    }
  }

  private List<SecretKey> keys() {
    return IntStream.range(0, 3).mapToObj(_ -> SecretKey.generate(random)).toList();
  }

  private static Map<Role, Signers> roles(List<SecretKey> keys, SecretKey online) {
    var two = new Signers(2, keys.stream().map(SecretKey::key).toList());
    var one = new Signers(1, List.of(online.key()));
    return Map.of(Role.ROOT, two, Role.TARGETS, two, Role.SNAPSHOT, one, Role.TIMESTAMP, one);
  }

  private static void sign(Path draft, List<SecretKey> keys) throws IOException {
    for (var key : keys.subList(0, 2)) {
      Files.write(draft, Signing.sign(Files.readAllBytes(draft), key));
    }
  }

  private record Said(int code, String text) {}

  private Said script(String... words) throws Exception {
    var script = Path.of(Objects.requireNonNull(getClass().getResource("interop.py")).toURI());
    var said =
        run(Stream.concat(Stream.of(script.toString()), Stream.of(words)).toArray(String[]::new));
    assertThat(said.code()).as(said.text()).isZero();
    return said;
  }

  private Said run(String... words) throws Exception {
    var command = Stream.concat(Stream.of(python), Stream.of(words)).toList();
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException e) {
      return new Said(127, String.valueOf(e.getMessage()));
    }
  }
}
