package org.fieldstation.ota.publish;

import java.util.Optional;
import java.util.TreeMap;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;

/**
 * What signers promise of a bundle that is no release of the station.
 *
 * @param kind what a station may use it as: {@code model-pack} or {@code configuration}
 * @param name what it is called, for instance {@code birds}
 * @param station the only one it is for; a configuration is always for one
 */
public record BundleTerms(String kind, String name, Optional<String> station) {

  String file(String version) {
    return "%s-%s-%s.manifest".formatted(kind, name, version);
  }

  Fields custom(String version) {
    var custom = new TreeMap<String, Json>();
    custom.put("kind", Json.text(kind));
    custom.put("version", Json.text(version));
    station.ifPresent(only -> custom.put("station", Json.text(only)));
    return Fields.of(custom);
  }
}
