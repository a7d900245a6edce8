package org.fieldstation.station.deliver.lwm2m.objects;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The computer's memory, as the kernel tells it.
 *
 * @param file {@code /proc/meminfo}
 */
record Memory(Path file) {
  static Memory ofThisComputer() {
    return new Memory(Path.of("/proc/meminfo"));
  }

  /** What a new program could have, in kilobytes; null where the kernel does not say. */
  @Nullable Long freeKilobytes() {
    return line("MemAvailable");
  }

  @Nullable Long totalKilobytes() {
    return line("MemTotal");
  }

  private @Nullable Long line(String name) {
    try {
      var found =
          Pattern.compile("(?m)^" + name + ":\\s+([0-9]{1,15}) kB$")
              .matcher(Files.readString(file, StandardCharsets.US_ASCII));
      return found.find() ? Long.valueOf(found.group(1)) : null;
    } catch (IOException e) { // another system
      return null;
    }
  }
}
