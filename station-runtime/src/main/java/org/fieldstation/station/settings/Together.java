package org.fieldstation.station.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.catalogue.Kind;
import org.fieldstation.drivers.catalogue.Option;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.settings.InfraredSettings.Lit;
import org.fieldstation.station.settings.OutletSettings.Powers;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Whether what a configuration says in one place goes with what it says in another. */
final class Together {

  /** Whose chips are those of the catalogue; another hardware may know chips of its own. */
  private static final Set<String> CATALOGUED = Set.of("linux", "sim");

  private final Settings settings;
  private final List<String> faults = new ArrayList<>();

  private Together(Settings settings) {
    this.settings = settings;
  }

  /** Everything that does not go together, each with line and column. */
  static List<String> faults(TomlTable file, Settings settings) {
    var together = new Together(settings);
    var sensors = file.getArrayOrEmpty("sensor");
    for (int i = 0; i < sensors.size(); i++) {
      together.sensor(sensors.getTable(i), settings.sensors().get(i));
    }
    settings.camera().ifPresent(it -> together.camera(file, it));
    settings.silence().ifPresent(it -> together.modem(file, it));
    together.outlets(file);
    settings.board().flatMap(BoardSettings::infrared).ifPresent(it -> together.lamp(file, it));
    return together.faults;
  }

  private void sensor(TomlTable table, SensorSettings sensor) {
    if (!CATALOGUED.contains(settings.hardware(sensor.hardware()))) {
      return;
    }
    Kind kind;
    try {
      kind = Chips.kind(sensor.chip());
    } catch (DeviceException unknown) {
      complain(sensor.name(), unknown.getMessage(), table.inputPositionOf("chip"));
      return;
    }
    place(table, sensor, kind);
    var told = sensor.options().orElse(Map.of());
    for (var option : kind.options()) {
      option
          .wrong(told.get(option.name()))
          .ifPresent(why -> complain(sensor.name(), why, position(table, option.name())));
    }
    var known = kind.options().stream().map(Option::name).toList();
    told.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            complain(
                sensor.name(),
                "a %s has no option \"%s\"%s"
                    .formatted(
                        kind.name(),
                        name,
                        known.isEmpty() ? "" : "; it has " + String.join(", ", known)),
                position(table, name)));
  }

  private void place(TomlTable table, SensorSettings sensor, Kind kind) {
    try {
      var there = Place.parse(settings.place(sensor.hardware(), sensor.at()));
      if (!there.getClass().equals(Place.parse(kind.usualPlace()).getClass())) {
        complain(
            sensor.name(),
            "a %s cannot be at %s; a place like %s is one"
                .formatted(kind.name(), there, kind.usualPlace()),
            table.inputPositionOf("at"));
      }
    } catch (DeviceException noPlace) {
      return; // Occupied has said so
    }
  }

  private void camera(TomlTable file, CameraSettings camera) {
    boolean felt =
        settings.board().stream()
            .flatMap(it -> it.contacts().stream())
            .anyMatch(it -> it.use() == ContactSettings.Use.MOTION);
    if (camera.listensToPir() && !felt) {
      complain(
          "camera",
          "trigger = \"%s\" needs a [[board.contact]] with use = \"motion\""
              .formatted(camera.trigger().orElse("")),
          file.inputPositionOf("camera.trigger"));
    }
  }

  private void lamp(TomlTable file, InfraredSettings lamp) {
    var at = file.inputPositionOf("board.infrared.at");
    var camera = settings.camera();
    if (camera.isEmpty()) {
      complain("infrared", "has no effect without a [camera]", at);
    } else if (lamp.litOrDefault() == Lit.EVENT && !camera.get().listensToPir()) {
      complain(
          "infrared",
          "lit = \"event\" needs a camera with trigger = \"pir\" or \"both\"; or write lit ="
              + " \"night\"",
          at);
    }
    boolean dimmed = settings.place(Optional.empty(), lamp.at()).startsWith("pwm");
    if (lamp.level().isPresent() && !dimmed) {
      complain(
          "infrared",
          "level has no effect on a pin; name a PWM output, for instance pwm-pin12",
          file.inputPositionOf("board.infrared.level"));
    }
  }

  private void modem(TomlTable file, SilenceSettings silence) {
    if (silence.modemAfterMin().isPresent() && outlets(Powers.MODEM) == 0) {
      complain(
          "silence",
          "modem-after-min needs a [[board.outlet]] with name = \"modem\"",
          file.inputPositionOf("silence.modem-after-min"));
    }
  }

  private void outlets(TomlTable file) {
    for (var device : Powers.values()) {
      if (outlets(device) > 1) {
        complain(
            "board.outlet",
            "two switches for one " + device.name().toLowerCase(Locale.ROOT),
            file.inputPositionOf("board.outlet"));
      }
    }
  }

  private long outlets(Powers device) {
    return settings.board().stream()
        .flatMap(it -> it.outlets().stream())
        .filter(it -> it.name() == device)
        .count();
  }

  /** Of the option, or of the sensor that has it not. */
  private static @Nullable TomlPosition position(TomlTable table, String option) {
    var own = table.inputPositionOf(List.of("options", option));
    return own != null ? own : table.inputPositionOf("chip");
  }

  private void complain(String name, @Nullable String why, @Nullable TomlPosition position) {
    faults.add(
        name
            + ": "
            + why
            + Optional.ofNullable(position)
                .map(it -> " (line %d, column %d)".formatted(it.line(), it.column()))
                .orElse(""));
  }
}
