package org.fieldstation.ota.trust;

import java.util.HashMap;
import java.util.Map;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.trust.TrustException.Code;

/** Which versions of the targets' metadata belong together (§4.4). */
record Snapshot(Header header, Map<String, FileMeta> files) {
  Snapshot {
    files = Map.copyOf(files);
  }

  static Snapshot read(Fields signed) {
    var files = new HashMap<String, FileMeta>();
    signed
        .fields("meta")
        .values()
        .forEach((name, meta) -> files.put(name, FileMeta.read(meta.as(Fields.class, name))));
    return new Snapshot(Header.read(Role.SNAPSHOT, signed), files);
  }

  FileMeta targets() {
    var meta = files.get(Role.TARGETS.file());
    if (meta == null) {
      throw new TrustException(Code.MALFORMED, "a snapshot without targets");
    }
    return meta;
  }

  /** §5.5.5: nothing in it may vanish or go back. */
  void mustFollow(Snapshot known) {
    known.files.forEach((name, before) -> {
      var now = files.get(name);
      if (now == null || now.version() < before.version()) {
        throw new TrustException(Code.ROLLBACK, name + " went back in the snapshot");
      }
    });
  }
}
