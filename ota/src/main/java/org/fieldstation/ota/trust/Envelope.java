package org.fieldstation.ota.trust;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;
import org.fieldstation.ota.trust.TrustException.Code;

/** What somebody says, and signatures over it by key id (§4.2.1). Nothing in it is checked yet. */
public record Envelope(Fields signed, Map<String, String> signatures) {
  private static final int MOST_SIGNATURES = 32;

  public Envelope {
    signatures = Map.copyOf(signatures);
  }

  public static Envelope read(byte[] bytes) {
    try {
      var all = JsonReader.read(bytes).as(Fields.class, "metadata");
      var signatures = new LinkedHashMap<String, String>();
      var items = all.items("signatures");
      if (items.size() > MOST_SIGNATURES) {
        throw new JsonException("more signatures than any role has keys");
      }
      for (Json item : items) {
        var one = item.as(Fields.class, "signature");
        if (signatures.put(one.text("keyid"), one.text("sig")) != null) {
          throw new JsonException("two signatures under one key id");
        }
      }
      return new Envelope(all.fields("signed"), signatures);
    } catch (JsonException e) {
      throw new TrustException(Code.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
