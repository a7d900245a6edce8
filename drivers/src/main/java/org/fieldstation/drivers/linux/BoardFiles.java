package org.fieldstation.drivers.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.BoardState;

/** Reads how the computer itself is from sysfs; nothing has to be installed. */
public final class BoardFiles {
  /** The word of the Raspberry Pi's firmware, in hex, as vcgencmd get_throttled shows it. */
  private static final String FLAGS = "sys/devices/platform/soc/soc:firmware/get_throttled";

  private static final String MODEL = "proc/device-tree/model";
  private static final String ZONES = "sys/class/thermal";

  private BoardFiles() {}

  /** The state of the board whose file system begins at {@code root}. */
  public static BoardState state(Path root) {
    long flags = line(root.resolve(FLAGS)).map(BoardFiles::hex).orElse(0L);
    return BoardState.of(celsius(root.resolve(ZONES)), flags);
  }

  /** What the board's device tree calls it; empty for a computer without one. */
  public static Optional<String> model(Path root) {
    return line(root.resolve(MODEL)).map(it -> it.replace("\0", ""));
  }

  private static OptionalDouble celsius(Path zones) {
    try (var list = Files.newDirectoryStream(zones, "thermal_zone*")) {
      for (var zone : list) {
        var type = line(zone.resolve("type")).orElse("");
        if (type.startsWith("cpu") || type.startsWith("x86_pkg")) {
          return line(zone.resolve("temp")).map(BoardFiles::milli).orElse(OptionalDouble.empty());
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
