package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;

/**
 * What the old release could do when it was left: the new one has to do as much. A sensor that was
 * broken before may stay broken.
 *
 * @param recorders paths that recorded sound
 * @param sensors sensors that delivered, by the ledger's names
 */
record Portrait(Set<String> recorders, Set<String> sensors) {
  private static final String FILE = "portrait";

  Portrait {
    recorders = Set.copyOf(recorders);
    sensors = Set.copyOf(sensors);
  }

  static Optional<Portrait> read(Disk disk, Path root) {
    var file = root.resolve(FILE);
    try {
      if (!disk.exists(file)) {
        return Optional.empty();
      }
      var json = JsonReader.read(disk.read(file)).as(Fields.class, "portrait");
      return Optional.of(new Portrait(words(json, "recorders"), words(json, "sensors")));
    } catch (JsonException _) {
      return Optional.empty();
    }
  }

  private static Set<String> words(Fields json, String name) {
    var words = new HashSet<String>();
    json.items(name).forEach(item -> words.add(item.as(Text.class, name).value()));
    return words;
  }

  void write(Disk disk, Path root) {
    disk.replace(
        root.resolve(FILE),
        Canonical.bytes(
            Fields.of(Map.of("recorders", items(recorders), "sensors", items(sensors)))));
  }

  private static Items items(Collection<String> words) {
    return new Items(words.stream().sorted().map(Json::text).toList());
  }
}
