package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.ota.disk.Disk;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.Json.Items;
import org.fieldstation.ota.json.Json.Text;
import org.fieldstation.ota.json.JsonException;
import org.fieldstation.ota.json.JsonReader;
import org.fieldstation.station.update.Order.Wish;

/** The order on disk, whole or not at all: programs beside the station write it too. */
final class OrderFile {
  private final Disk disk;
  private final Path file;

  OrderFile(Disk disk, Path root) {
    this.disk = disk;
    this.file = root.resolve("order");
  }

  /** The order, if there is one that can be understood. */
  Optional<Order> read() {
    try {
      return disk.exists(file) ? Optional.of(order(disk.read(file))) : Optional.empty();
    } catch (JsonException _) {
      return Optional.empty(); // written by a release that was rolled back, or damaged: ask again
    }
  }

  private static Order order(byte[] bytes) {
    var json = JsonReader.read(bytes).as(Fields.class, "order");
    var wishes = EnumSet.noneOf(Wish.class);
    for (var item : json.items("wishes")) {
      var word = item.as(Text.class, "wish").value();
      Arrays.stream(Wish.values()).filter(wish -> wish.name().equals(word)).forEach(wishes::add);
    }
    return new Order(json.text("release"), json.text("from"), json.text("by"), wishes);
  }

  void write(Order order) {
    var wishes = order.wishes().stream().sorted().map(wish -> Json.text(wish.name())).toList();
    disk.replace(
        file,
        Canonical.bytes(
            Fields.of(
                Map.of(
                    "release", Json.text(order.release()),
                    "from", Json.text(order.from()),
                    "by", Json.text(order.by()),
                    "wishes", new Items(wishes)))));
  }

  void delete() {
    disk.delete(file);
    disk.sync(Disk.folder(file));
  }
}
