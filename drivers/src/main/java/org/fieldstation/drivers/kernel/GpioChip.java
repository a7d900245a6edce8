package org.fieldstation.drivers.kernel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A GPIO chip of the machine. Its number is the kernel's and may be another one after an update of
 * the kernel; its label is the hardware's.
 *
 * @param number of {@code /dev/gpiochipN}
 * @param label for instance {@code pinctrl-rp1}
 * @param lines how many lines it has
 */
public record GpioChip(int number, String label, int lines) {
  private static final long GET_CHIPINFO = Kernel.request(2, 0xB4, 0x01, 68);

  /** The pins of the 40-pin header: Raspberry Pi 5, 4, and all before. */
  private static final List<String> HEADERS =
      List.of("pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835");

  /** The chip with that label; null asks for the one with the board's own header. */
  public static Optional<GpioChip> find(@Nullable String label) throws IOException {
    return find(Path.of("/dev"), label);
  }

  static Optional<GpioChip> find(Path dev, @Nullable String label) throws IOException {
    var labels = label == null ? HEADERS : List.of(label);
    return all(dev).stream()
        .filter(it -> labels.contains(it.label()))
        .min(Comparator.comparingInt(it -> labels.indexOf(it.label())));
  }

  private static List<GpioChip> all(Path dev) throws IOException {
    var chips = new ArrayList<GpioChip>();
    try (var nodes = Files.newDirectoryStream(dev, "gpiochip*")) {
      for (var node : nodes) {
        chips.add(read(node));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return chips;
  }

  private static GpioChip read(Path node) throws IOException {
    int number = Integer.parseInt(node.getFileName().toString().substring("gpiochip".length()));
    int fd = Kernel.open(node.toString(), Kernel.READ_ONLY);
    try (var arena = Arena.ofConfined()) {
      var info = arena.allocate(68, 4); // struct gpiochip_info: name[32], label[32], lines
      Kernel.ioctl(node.toString(), fd, GET_CHIPINFO, info);
      return new GpioChip(
          number,
          info.asSlice(32, 32).getString(0),
          info.get(java.lang.foreign.ValueLayout.JAVA_INT, 64));
    } finally {
      Kernel.close(fd);
    }
  }
}
