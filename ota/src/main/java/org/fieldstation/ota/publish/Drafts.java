package org.fieldstation.ota.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Truth;
import org.fieldstation.ota.trust.Key;
import org.fieldstation.ota.trust.Role;
import org.fieldstation.ota.trust.Target;

/** What each role's metadata says, before anybody signs it. */
public final class Drafts {
  private Drafts() {}

  /** Who signs for a role, and how many of them must. */
  public record Signers(int threshold, List<Key> keys) {
    public Signers {
      keys = List.copyOf(keys);
    }
  }

  public static Fields root(long version, Instant expires, Map<Role, Signers> roles) {
    var keys = new TreeMap<String, Json>();
    var json = new TreeMap<String, Json>();
    roles.forEach((role, signers) -> {
      signers.keys().forEach(key -> keys.put(key.id(), key.json()));
      json.put(role.word(), role(signers));
    });
    var draft = header(Role.ROOT, version, expires);
    draft.put("consistent_snapshot", new Truth(true));
    draft.put("keys", new Fields(keys));
    draft.put("roles", new Fields(json));
    return new Fields(draft);
  }

  private static Json role(Signers signers) {
    var ids = signers.keys().stream().map(key -> Json.text(key.id())).toList();
    return Fields.of(
        Map.of("keyids", new Items(ids), "threshold", Json.whole(signers.threshold())));
  }

  public static Fields targets(long version, Instant expires, Collection<Target> targets) {
    var files = new TreeMap<String, Json>();
    for (var target : targets) {
      files.put(
          target.name(),
          Fields.of(
              Map.of(
                  "length", Json.whole(target.length()),
                  "hashes", Fields.of(Map.of("sha256", Json.text(target.sha256()))),
                  "custom", target.custom())));
    }
    var draft = header(Role.TARGETS, version, expires);
    draft.put("targets", new Fields(files));
    return new Fields(draft);
  }

  /** A snapshot of one version of the targets. */
  public static Fields snapshot(
      long version, Instant expires, long targetsVersion, byte[] targets) {
    var draft = header(Role.SNAPSHOT, version, expires);
    draft.put("meta", meta(Role.TARGETS, targetsVersion, targets));
    return new Fields(draft);
  }

  /** Says when it was made, for stations without a clock. */
  public static Fields timestamp(
      long version, Instant issued, Instant expires, long snapshotVersion, byte[] snapshot) {
    var draft = header(Role.TIMESTAMP, version, expires);
    draft.put("meta", meta(Role.SNAPSHOT, snapshotVersion, snapshot));
    draft.put("x-issued", time(issued));
    return new Fields(draft);
  }

  private static Json meta(Role role, long version, byte[] file) {
    return Fields.of(
        Map.of(
            role.file(),
            Fields.of(
                Map.of(
                    "version", Json.whole(version),
                    "length", Json.whole(file.length),
                    "hashes", Fields.of(Map.of("sha256", Json.text(Sha256.of(file))))))));
  }

  private static SortedMap<String, Json> header(Role role, long version, Instant expires) {
    return new TreeMap<>(
        Map.of(
            "_type", Json.text(role.word()),
            "spec_version", Json.text("1.0.33"),
            "version", Json.whole(version),
            "expires", time(expires)));
  }

  private static Json time(Instant time) {
    return Json.text(time.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
