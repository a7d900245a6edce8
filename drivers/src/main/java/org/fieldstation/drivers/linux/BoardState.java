package org.fieldstation.drivers.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How the computer itself is: how hot, and what its firmware holds back. Read from sysfs; nothing
 * has to be installed.
 *
 * @param celsius of the processor; empty where the kernel does not say
 * @param now what is held back at this moment
 * @param sinceBoot what was held back at some time since the board was powered
 */
public record BoardState(OptionalDouble celsius, Set<Throttle> now, Set<Throttle> sinceBoot) {

  /** The word of the Raspberry Pi's firmware, in hex, as vcgencmd get_throttled shows it. */
  private static final String FLAGS = "sys/devices/platform/soc/soc:firmware/get_throttled";

  private static final String MODEL = "proc/device-tree/model";
  private static final String ZONES = "sys/class/thermal";
  private static final int SINCE_BOOT = 16;

  /** What the firmware holds back, by its bit. */
  public enum Throttle {
    /** The supply is below 4.63 V: a thin cable, or a battery at its end. */
    UNDER_VOLTAGE(0),
    FREQUENCY_CAPPED(1),
    THROTTLED(2),
    /** Above the soft limit, 60 Cel unless configured. */
    SOFT_TEMPERATURE_LIMIT(3);

    private final int bit;

    Throttle(int bit) {
      this.bit = bit;
    }
  }

  /** The state of the board whose file system begins at {@code root}. */
  public static BoardState read(Path root) {
    long flags = line(root.resolve(FLAGS)).map(BoardState::hex).orElse(0L);
    return new BoardState(celsius(root.resolve(ZONES)), set(flags), set(flags >> SINCE_BOOT));
  }

  /** What the board's device tree calls it; empty for a computer without one. */
  public static Optional<String> model(Path root) {
    return line(root.resolve(MODEL)).map(it -> it.replace("\0", ""));
  }

  private static Set<Throttle> set(long flags) {
    var set = EnumSet.noneOf(Throttle.class);
    for (var throttle : Throttle.values()) {
      if ((flags >> throttle.bit & 1) != 0) {
        set.add(throttle);
      }
    }
    return set;
  }

  private static OptionalDouble celsius(Path zones) {
    try (var list = Files.newDirectoryStream(zones, "thermal_zone*")) {
      for (var zone : list) {
        var type = line(zone.resolve("type")).orElse("");
        if (type.startsWith("cpu") || type.startsWith("x86_pkg")) {
          return line(zone.resolve("temp")).map(BoardState::milli).orElse(OptionalDouble.empty());
        }
      }
    } catch (IOException none) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  private static OptionalDouble milli(String text) {
    try {
      return OptionalDouble.of(Long.parseLong(text) / 1e3);
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static long hex(String text) {
    try {
      return Long.parseLong(text.replaceFirst("^0x", ""), 16);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<String> line(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
