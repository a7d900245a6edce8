package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;

/**
 * How the last update ended, for whoever asks afterwards.
 *
 * @param result LwM2M's number for it (object 5, resource 5)
 * @param reason a stable word, empty when it went well
 */
public record LastEnd(String release, int result, String reason) {
  private static final String FILE = "last";

  static Optional<LastEnd> read(Disk disk, Path root) {
    var file = root.resolve(FILE);
    try {
      if (!disk.exists(file)) {
        return Optional.empty();
      }
      var json = JsonReader.read(disk.read(file)).as(Fields.class, "last");
      var result = Math.toIntExact(json.whole("result"));
      return Optional.of(new LastEnd(json.text("release"), result, json.text("reason")));
    } catch (JsonException | ArithmeticException _) {
      return Optional.empty();
    }
  }

  void write(Disk disk, Path root) {
    disk.replace(
        root.resolve(FILE),
        Canonical.bytes(
            Fields.of(
                Map.of(
                    "release", Json.text(release),
                    "result", Json.whole(result),
                    "reason", Json.text(reason)))));
  }
}
