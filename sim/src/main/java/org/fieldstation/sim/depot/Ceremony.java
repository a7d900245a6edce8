package org.fieldstation.sim.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.publish.BundleTerms;
import org.fieldstation.ota.publish.Drafts.Signers;
import org.fieldstation.ota.publish.Publisher;
import org.fieldstation.ota.publish.SecretKey;
import org.fieldstation.ota.publish.Signing;
import org.fieldstation.ota.trust.Role;
import org.fieldstation.station.update.Resident;

/**
 * A publisher whose signers all sit in one process: for tests and the demo only. In the field each
 * key is with another person.
 */
public final class Ceremony {
  private final Path repository;
  private final Publisher publisher;
  private final List<SecretKey> root;
  private final List<SecretKey> targets;
  private final SecretKey online;

  /** Makes keys, and a repository that has a root and no release yet. */
  public Ceremony(Path repository, SecureRandom random, Instant now) throws IOException {
    this.repository = repository;
    this.publisher = new Publisher(repository, Zstd.QUICK);
    this.root = keys(random);
    this.targets = keys(random);
    this.online = SecretKey.generate(random);
    var one = new Signers(1, List.of(online.key()));
    var draft =
        publisher.draftRoot(
            Map.of(
                Role.ROOT,
                two(root),
                Role.TARGETS,
                two(targets),
                Role.SNAPSHOT,
                one,
                Role.TIMESTAMP,
                one),
            now);
    sign(draft, root);
  }

  private static List<SecretKey> keys(SecureRandom random) {
    return IntStream.range(0, 3).mapToObj(_ -> SecretKey.generate(random)).toList();
  }

  private static Signers two(List<SecretKey> keys) {
    return new Signers(2, keys.stream().map(SecretKey::key).toList());
  }

  private static void sign(Path draft, List<SecretKey> keys) throws IOException {
    for (var key : keys.subList(0, 2)) {
      Files.write(draft, Signing.sign(Files.readAllBytes(draft), key));
    }
  }

  /** Publishes a release for this computer, with patches from older ones. */
  public void publish(String version, Path release, List<Path> older, Instant now)
      throws IOException {
    publish(
        version,
        release,
        older,
        new Publisher.Terms(
            List.of(Resident.thisMachine().architecture()), Runtime.version().feature(), 1),
        now);
  }

  /** Publishes a release for whom these terms say. */
  public void publish(
      String version, Path release, List<Path> older, Publisher.Terms terms, Instant now)
      throws IOException {
    sign(publisher.add(version, release, older, terms, now), targets);
    publisher.publish(online, now);
  }

  /** Publishes a bundle that is no release. */
  public void publish(BundleTerms terms, String version, Path folder, Instant now)
      throws IOException {
    sign(publisher.add(terms, version, folder, List.of(), now), targets);
    publisher.publish(online, now);
  }

  /** The root that a station has to be given. */
  public byte[] firstRoot() throws IOException {
    return Files.readAllBytes(repository.resolve("metadata/1.root.json"));
  }
}
