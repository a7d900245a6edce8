package org.fieldstation.ota.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldstation.ota.Chance;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.trust.FakeRepository;
import org.fieldstation.ota.trust.Key;
import org.fieldstation.ota.trust.Role;
import org.fieldstation.ota.trust.Target;

/** The people who sign, and one repository they fill; every part of it can be made wrong. */
public final class Signers {
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  public static final Instant LATER = NOW.plusSeconds(90L * 86_400);

  public final List<SecretKey> root = keys(1);
  public final List<SecretKey> nextRoot = keys(10);
  public final List<SecretKey> targets = keys(20);
  public final List<SecretKey> online = keys(30).subList(0, 1);
  public final List<SecretKey> strangers = keys(40);
  public final FakeRepository repository = new FakeRepository();

  private static List<SecretKey> keys(long seed) {
    return IntStream.range(0, 3).mapToObj(i -> SecretKey.generate(new Chance(seed + i))).toList();
  }

  public static List<Key> open(List<SecretKey> keys) {
    return keys.stream().map(SecretKey::key).toList();
  }

  public static byte[] sign(Fields signed, List<SecretKey> keys) {
    return Signing.sign(signed, keys);
  }

  public Fields root(long version, Instant expires, List<SecretKey> rootKeys) {
    return root(version, expires, rootKeys, online);
  }

  public Fields root(
      long version, Instant expires, List<SecretKey> rootKeys, List<SecretKey> onlineKeys) {
    return Drafts.root(
        version,
        expires,
        Map.of(
            Role.ROOT, new Drafts.Signers(2, open(rootKeys)),
            Role.TARGETS, new Drafts.Signers(2, open(targets)),
            Role.SNAPSHOT, new Drafts.Signers(1, open(onlineKeys)),
            Role.TIMESTAMP, new Drafts.Signers(1, open(onlineKeys))));
  }

  public byte[] firstRoot() {
    return sign(root(1, LATER, root), root.subList(0, 2));
  }

  /** One honest generation of everything, all of that version. */
  public void publish(long version, Target... files) {
    var signed = sign(Drafts.targets(version, LATER, List.of(files)), targets.subList(1, 3));
    publish(version, version, signed, LATER);
  }

  public void publish(long version, long targetsVersion, byte[] targetsFile, Instant expires) {
    repository.files.put("metadata/%d.targets.json".formatted(targetsVersion), targetsFile);
    publish(version, Drafts.snapshot(version, expires, targetsVersion, targetsFile), expires);
  }

  public void publish(long version, Fields snapshot, Instant expires) {
    var file = sign(snapshot, online);
    repository.files.put("metadata/%d.snapshot.json".formatted(version), file);
    var timestamp = Drafts.timestamp(version, NOW, expires, version, file);
    repository.files.put("metadata/timestamp.json", sign(timestamp, online));
  }

  /** The same with one field another. */
  public static Fields with(Fields fields, String name, Json value) {
    var changed = new TreeMap<>(fields.values());
    changed.put(name, value);
    return Fields.of(changed);
  }

  public static List<SecretKey> both(List<SecretKey> some, List<SecretKey> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
