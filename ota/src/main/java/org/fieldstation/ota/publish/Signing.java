package org.fieldstation.ota.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.trust.Envelope;

/**
 * Adds signatures to a file. It needs the file and one key, nothing else, so it runs on a machine
 * that never sees a network; the file travels there and back.
 */
public final class Signing {
  private Signing() {}

  public static byte[] unsigned(Fields signed) {
    return file(new Envelope(signed, Map.of()));
  }

  public static byte[] sign(byte[] file, SecretKey key) {
    var envelope = Envelope.read(file);
    var signatures = new TreeMap<>(envelope.signatures());
    signatures.put(key.key().id(), key.sign(Canonical.bytes(envelope.signed())));
    return file(new Envelope(envelope.signed(), signatures));
  }

  static byte[] sign(Fields signed, List<SecretKey> keys) {
    var file = unsigned(signed);
    for (var key : keys) {
      file = sign(file, key);
    }
    return file;
  }

  private static byte[] file(Envelope envelope) {
    var signatures =
        new TreeMap<>(envelope.signatures())
            .entrySet().stream().map(one -> signature(one.getKey(), one.getValue())).toList();
    return Canonical.bytes(
        Fields.of(Map.of("signatures", new Items(signatures), "signed", envelope.signed())));
  }

  private static Json signature(String id, String hex) {
    return Fields.of(Map.of("keyid", Json.text(id), "sig", Json.text(hex)));
  }
}
