package org.fieldstation.ota.update;

import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.trust.Target;
import org.fieldstation.ota.trust.Targets;
import org.fieldstation.ota.update.Verdict.Result;

/**
 * Which signed file a name means here. A release has one file for each architecture, so that a
 * server can give a mixed fleet one name, {@code station-1.1.0.manifest}; which of them is for this
 * computer is signed, and no server can choose another.
 */
final class Choice {
  private Choice() {}

  /** The file of that name, or the one for this computer of the release of that name. */
  static Target of(Targets signed, String name, Platform platform) {
    if (signed.files().containsKey(name)) {
      return signed.get(name);
    }
    var all = signed.files().values().stream().filter(file -> isOf(file, name)).toList();
    return all.stream()
        .filter(file -> Release.of(file).architectures().contains(platform.architecture()))
        .findFirst()
        .orElseGet(() -> none(signed, name, all.isEmpty()));
  }

  private static boolean isOf(Target file, String name) {
    try {
      return file.custom()
          .find("release")
          .filter(release -> release.as(Text.class, "release").value().equals(name))
          .isPresent();
    } catch (JsonException _) {
      return false; // a signed file of another kind
    }
  }

  private static Target none(Targets signed, String name, boolean unknown) {
    if (unknown) {
      return signed.get(name); // says that nobody signed it
    }
    throw new Refusal(Result.UNSUPPORTED, "WRONG_ARCHITECTURE");
  }
}
