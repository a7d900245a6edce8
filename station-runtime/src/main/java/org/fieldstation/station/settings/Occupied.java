package org.fieldstation.station.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.board.Board;
import org.fieldstation.station.board.Boards;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Who is where on the board: two devices in one place would both be wrong, and neither knows. */
final class Occupied {
  private final Board board;
  private final List<String> faults = new ArrayList<>();
  private final Map<Object, Claim> claims = new LinkedHashMap<>();

  private record Claim(String name, @Nullable TomlPosition position) {}

  /** A header line, whoever takes it. */
  private record Line(int number) {}

  private Occupied(Board board) {
    this.board = board;
  }

  /** Everything that is wrong with who is where, each with line and column. */
  static List<String> faults(TomlTable file, Settings settings) {
    var boards =
        settings
            .board()
            .map(it -> List.of(it.board()))
            .orElseGet(() ->
                Stream.of("generic-linux", "sim")
                    .flatMap(it -> Boards.named(it).stream())
                    .toList());
    return boards.stream().flatMap(it -> faults(file, it).stream()).toList();
  }

  private static List<String> faults(TomlTable file, Board board) {
    var occupied = new Occupied(board);
    occupied.all(file, "sensor");
    occupied.all(file, "board.contact");
    occupied.all(file, "board.outlet");
    for (var one : List.of("led", "infrared", "gnss", "clock-chip")) {
      var table = file.getTable("board." + one);
      if (table != null) {
        occupied.claim(table, one);
      }
    }
    return occupied.faults;
  }

  private void all(TomlTable file, String key) {
    var list = file.getArrayOrEmpty(key);
    for (int i = 0; i < list.size(); i++) {
      var table = list.getTable(i);
      var hardware = table.getString("hardware");
      if (hardware == null || hardware.equals(board.hardware())) {
        claim(table, String.valueOf(table.getString("name")));
      }
    }
  }

  private void claim(TomlTable table, String name) {
    var at = table.getString("at");
    if (at == null) {
      return; // said already: a key is missing
    }
    var position = table.inputPositionOf("at");
    try {
      claim(Place.parse(board.place(at)), new Claim(name, position));
    } catch (DeviceException e) {
      faults.add("%s: %s%s".formatted(name, e.getMessage(), where(position)));
    }
  }

  private void claim(Place place, Claim claim) {
    var bus = bus(place);
    for (int line : board.taken().getOrDefault(bus, Set.of())) {
      var there = claims.get(new Line(line));
      if (there != null && !there.name().equals(bus)) {
        complain("gpio" + line + ", which " + bus + " needs", claim, there);
      } else {
        claims.put(new Line(line), new Claim(bus, claim.position()));
      }
    }
    if (place instanceof Place.Pin(var chip, int line) && chip == null) {
      take(new Line(line), place, claim);
    } else if (place instanceof Place.Input(var chip, _)) {
      take(place, place, claim);
      var there = claims.get(chip);
      if (there != null) {
        complain(chip.toString(), claim, there);
      }
    } else {
      take(place, place, claim);
      claims.forEach((key, there) -> {
        if (key instanceof Place.Input input && input.chip().equals(place)) {
          complain(place.toString(), claim, there);
        }
      });
    }
  }

  private void take(Object key, Place place, Claim claim) {
    var there = claims.putIfAbsent(key, claim);
    if (there != null) {
      complain(place.toString(), claim, there);
    }
  }

  private void complain(String place, Claim claim, Claim there) {
    faults.add(
        "%s%s and %s%s are both at %s"
            .formatted(
                there.name(),
                where(there.position()),
                claim.name(),
                where(claim.position()),
                place));
  }

  private static String bus(Place place) {
    return switch (place) {
      case Place.I2c it -> "i2c-" + it.bus();
      case Place.Input it -> "i2c-" + it.chip().bus();
      case Place.Spi it -> "spi" + it.bus();
      case Place.Pwm it -> it.chip() == null ? "pwm" + it.channel() : it.toString();
      case Place.OneWire _ -> "w1";
      case Place.Serial it -> it.path();
      case Place.Pin it -> it.toString();
    };
  }

  private static String where(@Nullable TomlPosition position) {
    return position == null
        ? ""
        : " (line %d, column %d)".formatted(position.line(), position.column());
  }
}
