package org.fieldstation.drivers.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PWM chip of the machine.
 *
 * @param number of {@code /sys/class/pwm/pwmchipN}; changes from boot to boot
 * @param device the name of the hardware behind it, which does not
 */
public record PwmChip(int number, String device) {
  private static final Path ALL = Path.of("/sys/class/pwm");

  /** The chips behind the header's PWM pins: Raspberry Pi 5, 4, 3 and before. */
  private static final List<String> HEADERS =
      List.of("1f00098000.pwm", "fe20c000.pwm", "3f20c000.pwm", "2020c000.pwm");

  /** The chip with that device; null asks for the header's, or for the only one there is. */
  public static Optional<PwmChip> find(@Nullable String device) throws IOException {
    return find(ALL, device);
  }

  static Optional<PwmChip> find(Path all, @Nullable String device) throws IOException {
    var chips = list(all);
    if (device != null) {
      return chips.stream().filter(it -> it.device().equals(device)).findFirst();
    }
    return chips.stream()
        .filter(it -> HEADERS.contains(it.device()))
        .min(Comparator.comparingInt(it -> HEADERS.indexOf(it.device())))
        .or(() -> chips.size() == 1 ? Optional.of(chips.getFirst()) : Optional.empty());
  }

  private static List<PwmChip> list(Path all) throws IOException {
    var chips = new ArrayList<PwmChip>();
    if (Files.isDirectory(all)) {
      try (var folders = Files.newDirectoryStream(all, "pwmchip[0-9]*")) {
        for (var folder : folders) {
          int number = Integer.parseInt(folder.getFileName().toString().substring(7));
          var device = folder.resolve("device").toRealPath().getFileName().toString();
          chips.add(new PwmChip(number, device));
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    return chips;
  }

  /** Its folder. */
  public static Path folder(int number) {
    return ALL.resolve("pwmchip" + number);
  }
}
