package org.fieldstation.ota.trust;

import java.util.Map;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.TrustException.Code;

/** A file that may be installed (§4.5), and what its signers say about it. */
public record Target(String name, long length, String sha256, Fields custom) {

  public Target {
    if (length < 0 || !Sha256.isHash(sha256)) {
      throw new JsonException("no length or hash for " + name);
    }
  }

  static Target read(String name, Fields json) {
    return new Target(
        name,
        json.whole("length"),
        json.fields("hashes").text("sha256"),
        json.find("custom")
            .map(custom -> custom.as(Fields.class, "custom"))
            .orElseGet(() -> Fields.of(Map.of())));
  }

  /** Its name where every version stays beside the others (§6.2). */
  String consistentName() {
    var slash = name.lastIndexOf('/') + 1;
    return name.substring(0, slash) + sha256 + "." + name.substring(slash);
  }

  /** §5.7.3. */
  void check(byte[] bytes) {
    if (bytes.length != length || !Sha256.of(bytes).equals(sha256)) {
      throw new TrustException(Code.WRONG_HASH, name + " is not what was signed");
    }
  }
}
