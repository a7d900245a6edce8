package org.fieldstation.ota.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.delta.Zstd;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.trust.Envelope;
import org.fieldstation.ota.trust.Publishable;
import org.fieldstation.ota.trust.Role;
import org.fieldstation.ota.trust.Target;

/**
 * A repository being filled, in steps that need not happen on one machine.
 *
 * <pre>
 * staging/root.json, staging/targets.json   drafts; carried to each signer and back
 * metadata/  targets/  objects/             what stations see
 * </pre>
 *
 * Offline keys sign drafts; only {@link #publish} needs a key at hand, and that key can install
 * nothing new.
 */
public final class Publisher {
  /** Stations may be offline for a season. */
  private static final Duration ROOT_LASTS = Duration.ofDays(730);

  private static final Duration TARGETS_LAST = Duration.ofDays(365);
  private static final Duration ONLINE_LASTS = Duration.ofDays(180);

  /** What signers promise of a release beside its content. */
  public record Terms(List<String> architectures, long java, long epoch) {
    public Terms {
      architectures = List.copyOf(architectures);
    }

    /** Every architecture has a file of its own, and all of them are one release. */
    private String file(String version) {
      return "station-" + version + "-" + String.join("-", architectures) + ".manifest";
    }

    private Fields custom(String version) {
      return Fields.of(
          Map.of(
              "release", Json.text("station-" + version + ".manifest"),
              "version", Json.text(version),
              "architectures", new Items(architectures.stream().map(Json::text).toList()),
              "java", Json.whole(java),
              "epoch", Json.whole(epoch)));
    }
  }

  private final Path folder;
  private final int level;
  private final PosixDisk disk = new PosixDisk();

  public Publisher(Path folder) {
    this(folder, Zstd.SMALL);
  }

  /**
   * @param level how hard to pack, {@link Zstd#QUICK} to {@link Zstd#SMALL}
   */
  public Publisher(Path folder, int level) {
    this.level = level;
    this.folder = folder;
  }

  /** Drafts the first root, or the next one where there is one (rotation, §6.1). */
  public Path draftRoot(Map<Role, Drafts.Signers> roles, Instant now) throws IOException {
    return draft(Role.ROOT, Drafts.root(version(Role.ROOT) + 1, now.plus(ROOT_LASTS), roles));
  }

  /** Adds a release to the list, with patches from these older folders; drafts the new list. */
  public Path add(String version, Path release, List<Path> older, Terms terms, Instant now)
      throws IOException {
    return add(terms.file(version), version, release, older, terms.custom(version), now);
  }

  /** Adds a bundle that is no release, for instance a model pack; drafts the new list. */
  public Path add(BundleTerms terms, String version, Path folder, List<Path> older, Instant now)
      throws IOException {
    return add(terms.file(version), version, folder, older, terms.custom(version), now);
  }

  private Path add(
      String name, String version, Path folder, List<Path> older, Fields custom, Instant now)
      throws IOException {
    var files = new ReleaseFolder(folder).files();
    var bases = new ArrayList<Map<String, byte[]>>();
    for (var one : older) {
      var base = new HashMap<String, byte[]>();
      new ReleaseFolder(one).files().forEach((path, file) -> base.put(path, file.bytes()));
      bases.add(base);
    }
    var manifest = new Bundler(this::putObject, bases, level).bundle(version, files).bytes();
    var hash = Sha256.of(manifest);
    put("targets/" + hash + "." + name, manifest);
    var targets = new HashMap<String, Target>();
    latest(Role.TARGETS).ifPresent(list -> targets.putAll(Publishable.targets(list)));
    targets.put(name, new Target(name, manifest.length, hash, custom));
    return draft(
        Role.TARGETS,
        Drafts.targets(version(Role.TARGETS) + 1, now.plus(TARGETS_LAST), targets.values()));
  }

  /** Takes over drafts with enough signatures, and says anew which belong together. */
  public void publish(SecretKey online, Instant now) throws IOException {
    takeOver(Role.ROOT);
    takeOver(Role.TARGETS);
    var targets = latest(Role.TARGETS).orElseThrow(() -> new IOException("no release yet"));
    var version = version(Role.SNAPSHOT) + 1;
    var expires = now.plus(ONLINE_LASTS);
    var draft = Drafts.snapshot(version, expires, version(Role.TARGETS), targets);
    var snapshot = Signing.sign(draft, List.of(online));
    var timestamp = Drafts.timestamp(version, now, expires, version, snapshot);
    var root = latest(Role.ROOT).orElseThrow(() -> new IOException("no root yet"));
    var signed = Signing.sign(timestamp, List.of(online));
    Publishable.check(root, Role.SNAPSHOT, snapshot);
    Publishable.check(root, Role.TIMESTAMP, signed);
    put("metadata/" + Role.SNAPSHOT.file(version), snapshot);
    put("metadata/" + Role.TIMESTAMP.file(), signed); // last: until then stations see the old
  }

  private void takeOver(Role role) throws IOException {
    var staged = folder.resolve("staging").resolve(role.file());
    if (!Files.exists(staged)) {
      return;
    }
    var file = Files.readAllBytes(staged);
    var root = latest(Role.ROOT);
    Publishable.check(root.orElse(file), role, file);
    if (role == Role.ROOT) {
      Publishable.check(file, role, file);
    }
    put("metadata/" + role.file(Envelope.read(file).signed().whole("version")), file);
    Files.delete(staged);
  }

  private Path draft(Role role, Fields signed) throws IOException {
    return put("staging/" + role.file(), Signing.unsigned(signed));
  }

  private long version(Role role) throws IOException {
    var metadata = folder.resolve("metadata");
    var newest = 0L;
    for (var name : disk.list(metadata)) {
      var dot = name.indexOf('.');
      if (name.substring(dot + 1).equals(role.file())) {
        newest = Math.max(newest, Long.parseLong(name.substring(0, dot)));
      }
    }
    return newest;
  }

  private Optional<byte[]> latest(Role role) throws IOException {
    var file = folder.resolve("metadata").resolve(role.file(version(role)));
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private void putObject(String sha256, byte[] bytes) {
    try {
      put("objects/" + sha256, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path put(String name, byte[] bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(Disk.folder(file));
    disk.replace(file, bytes);
    return file;
  }
}
