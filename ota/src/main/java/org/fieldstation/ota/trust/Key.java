package org.fieldstation.ota.trust;

import java.util.Map;
import org.fieldstation.ota.Sha256;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.trust.TrustException.Code;

/** A public key (§4.2). One of a kind we do not know is carried along and signs nothing. */
public record Key(String id, String type, String scheme, String publicHex) {

  /** A key of ours. */
  public static Key ed25519(String publicHex) {
    return new Key(Sha256.of(Canonical.bytes(json(publicHex))), "ed25519", "ed25519", publicHex);
  }

  /** §4.3: an id must be that of its key, or two ids could count one key twice. */
  static Key read(String id, Fields json) {
    if (!Sha256.of(Canonical.bytes(json)).equals(id)) {
      throw new TrustException(Code.MALFORMED, "key id " + id + " is not that of its key");
    }
    return new Key(
        id, json.text("keytype"), json.text("scheme"), json.fields("keyval").text("public"));
  }

  public Fields json() {
    return json(publicHex);
  }

  private static Fields json(String publicHex) {
    return Fields.of(
        Map.of(
            "keytype", Json.text("ed25519"),
            "scheme", Json.text("ed25519"),
            "keyval", Fields.of(Map.of("public", Json.text(publicHex)))));
  }

  boolean verifies(byte[] message, String signatureHex) {
    return type.equals("ed25519")
        && scheme.equals("ed25519")
        && Ed25519.verifies(publicHex, message, signatureHex);
  }
}
