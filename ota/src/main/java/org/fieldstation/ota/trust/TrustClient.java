package org.fieldstation.ota.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.fieldstation.ota.Repository;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.TrustException.Code;

/**
 * The client workflow (§5): from the root the station came with, to the list of files it may
 * install. What it believed is saved step by step, so that a cut loses nothing and a later lie is
 * noticed.
 */
public final class TrustClient {
  /** §5.3.3: so many new roots at a time, or an attacker keeps us busy for ever. */
  private static final int MOST_ROTATIONS = 256;

  private static final int LARGEST_TARGET = 8 << 20;
  private static final String METADATA = "metadata/";

  private final MetadataStore store;
  private final TrustedTime time;

  public TrustClient(MetadataStore store, TrustedTime time) {
    this.store = store;
    this.time = time;
  }

  /**
   * The root a station comes with, put there by whoever installs it. It also mends a memory that
   * has become unreadable: the way from it to the newest root can be gone again.
   */
  public void install(byte[] root) {
    if (!hasRoot()) {
      var envelope = Envelope.read(root);
      read(envelope, Root::read).verify(Role.ROOT, envelope);
      store.save(Role.ROOT.file(), root);
    }
  }

  public Targets refresh(Repository repository) throws IOException {
    var downloads = new Downloads(repository);
    var now = time.now(); // §5.1
    var root = newestRoot(downloads, now);
    var timestamp = timestamp(downloads, root, now);
    var snapshot = snapshot(downloads, root, timestamp, now);
    return targets(downloads, root, snapshot, now);
  }

  /** A signed file, small enough for memory (§5.7). */
  public byte[] fetch(Repository repository, Target target) throws IOException {
    if (target.length() > LARGEST_TARGET) {
      throw new TrustException(Code.ENDLESS, target.name() + " is too long for a manifest");
    }
    var name = storedRoot().consistentSnapshot() ? target.consistentName() : target.name();
    var bytes = new Downloads(repository).get("targets/" + name, (int) target.length());
    target.check(bytes);
    return bytes;
  }

  /** §5.2, §5.3. */
  private Root newestRoot(Downloads downloads, Instant now) throws IOException {
    var root = storedRoot();
    for (int i = 0; i < MOST_ROTATIONS; i++) {
      var next = root.header().version() + 1;
      var bytes = downloads.find(METADATA + Role.ROOT.file(next), Role.ROOT.mostBytes());
      if (bytes.isEmpty()) {
        break;
      }
      root = rotated(root, next, bytes.get());
      store.save(Role.ROOT.file(), bytes.get()); // §5.3.8
    }
    root.header().mustBeFresh(now); // §5.3.10; those on the way may have expired
    return root;
  }

  private Root rotated(Root old, long version, byte[] bytes) {
    var envelope = Envelope.read(bytes);
    old.verify(Role.ROOT, envelope); // §5.3.4: first, nothing unsigned is even looked at
    var root = read(envelope, Root::read);
    root.verify(Role.ROOT, envelope);
    if (root.header().version() != version) { // §5.3.5
      throw new TrustException(
          Code.ROLLBACK, "root %d came as %d".formatted(root.header().version(), version));
    }
    return root;
  }

  /** §5.4. A stored one signed by keys that have gone is forgotten (§5.3.11). */
  private Timestamp timestamp(Downloads downloads, Root root, Instant now) throws IOException {
    var known = stored(root, Role.TIMESTAMP, Timestamp::read);
    var bytes = downloads.get(METADATA + Role.TIMESTAMP.file(), Role.TIMESTAMP.mostBytes());
    var fresh = verified(root, Role.TIMESTAMP, bytes, Timestamp::read);
    var timestamp = known.isPresent() ? fresh.after(known.get()) : fresh;
    timestamp.issued().ifPresent(time::proven);
    timestamp.header().mustBeFresh(now); // §5.4.4
    if (fresh.equals(timestamp)) {
      store.save(Role.TIMESTAMP.file(), bytes); // §5.4.5
    }
    return timestamp;
  }

  /** §5.5. One we have already costs no air time. */
  private Snapshot snapshot(Downloads downloads, Root root, Timestamp timestamp, Instant now)
      throws IOException {
    var meta = timestamp.snapshot();
    var known = stored(root, Role.SNAPSHOT, Snapshot::read);
    var have = known.filter(old -> old.header().version() == meta.version());
    if (have.isPresent()) {
      have.get().header().mustBeFresh(now);
      return have.get();
    }
    var bytes = downloads.get(METADATA + name(root, Role.SNAPSHOT, meta), meta.most(Role.SNAPSHOT));
    meta.check(Role.SNAPSHOT, bytes); // §5.5.2
    var snapshot = verified(root, Role.SNAPSHOT, bytes, Snapshot::read); // §5.5.3
    meta.checkVersion(snapshot.header()); // §5.5.4
    known.ifPresent(snapshot::mustFollow); // §5.5.5
    snapshot.header().mustBeFresh(now); // §5.5.6
    store.save(Role.SNAPSHOT.file(), bytes); // §5.5.7
    return snapshot;
  }

  /** §5.6. */
  private Targets targets(Downloads downloads, Root root, Snapshot snapshot, Instant now)
      throws IOException {
    var meta = snapshot.targets();
    var known = store.load(Role.TARGETS.file()).filter(bytes -> isSame(root, meta, bytes));
    var bytes =
        known.isPresent()
            ? known.get()
            : downloads.get(METADATA + name(root, Role.TARGETS, meta), meta.most(Role.TARGETS));
    meta.check(Role.TARGETS, bytes); // §5.6.2
    var header = verified(root, Role.TARGETS, bytes, Header.reader(Role.TARGETS)); // §5.6.3
    meta.checkVersion(header); // §5.6.4
    header.mustBeFresh(now); // §5.6.5
    var targets = read(Envelope.read(bytes), Targets::read);
    store.save(Role.TARGETS.file(), bytes); // §5.6.6
    return targets;
  }

  private static boolean isSame(Root root, FileMeta meta, byte[] bytes) {
    try {
      meta.check(Role.TARGETS, bytes);
      meta.checkVersion(verified(root, Role.TARGETS, bytes, Header.reader(Role.TARGETS)));
      return true;
    } catch (TrustException _) {
      return false; // the one we have is an older one
    }
  }

  private static String name(Root root, Role role, FileMeta meta) {
    return root.consistentSnapshot() ? role.file(meta.version()) : role.file();
  }

  private boolean hasRoot() {
    try {
      return storedRoot().header().version() > 0;
    } catch (TrustException _) {
      return false;
    }
  }

  private Root storedRoot() {
    var bytes =
        store
            .load(Role.ROOT.file())
            .orElseThrow(() -> new TrustException(Code.NO_ROOT, "no root of trust installed"));
    return read(Envelope.read(bytes), Root::read);
  }

  private <T> Optional<T> stored(Root root, Role role, Function<Fields, T> reader) {
    try {
      return store.load(role.file()).map(bytes -> verified(root, role, bytes, reader));
    } catch (TrustException _) {
      return Optional.empty(); // signed by keys of the past, or damaged
    }
  }

  private static <T> T verified(Root root, Role role, byte[] bytes, Function<Fields, T> reader) {
    var envelope = Envelope.read(bytes);
    root.verify(role, envelope);
    return read(envelope, reader);
  }

  private static <T> T read(Envelope envelope, Function<Fields, T> reader) {
    try {
      return reader.apply(envelope.signed());
    } catch (JsonException e) {
      throw new TrustException(Code.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
