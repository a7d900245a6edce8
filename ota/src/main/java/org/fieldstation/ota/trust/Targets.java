package org.fieldstation.ota.trust;

import java.util.HashMap;
import java.util.Map;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.trust.TrustException.Code;

/** Everything that may be installed (§4.5). Delegations are not followed: nobody else may sign. */
public record Targets(long version, Map<String, Target> files) {
  public Targets {
    files = Map.copyOf(files);
  }

  static Targets read(Fields signed) {
    var files = new HashMap<String, Target>();
    signed
        .fields("targets")
        .values()
        .forEach((name, file) -> files.put(name, Target.read(name, file.as(Fields.class, name))));
    return new Targets(signed.whole("version"), files);
  }

  /** §5.7.1, §5.7.2. */
  public Target get(String name) {
    var target = files.get(name);
    if (target == null) {
      throw new TrustException(Code.UNKNOWN_TARGET, "nobody signed '" + name + "'");
    }
    return target;
  }
}
