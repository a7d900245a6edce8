package org.fieldstation.drivers.chip.ds18b20;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.OneWire;
import org.jspecify.annotations.Nullable;

/**
 * A chip behind Linux's w1_therm driver: reading its file {@code w1_slave} converts, waits, and
 * gives the scratchpad as text. The kernel's own verdict and its {@code t=} are not used: the bytes
 * say more, and the same checks stand for every kind of bus master.
 */
public final class KernelSlave implements OneWire {
  private static final Pattern SCRATCHPAD = Pattern.compile("((?:[0-9a-f]{2} ){8}[0-9a-f]{2}) :");

  private final Path folder;

  /** The chip's folder below {@code /sys/bus/w1/devices}. */
  public KernelSlave(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  @Override
  public byte[] convertAndRead() {
    try {
      var text = Files.readString(folder.resolve("w1_slave"));
      if (text.isEmpty()) {
        throw lost(null); // since 5.10, when no answer in five tries had a right checksum
      }
      return scratchpad(text);
    } catch (IOException gone) {
      throw lost(gone);
    }
  }

  private DeviceException lost(@Nullable IOException why) {
    return new DeviceException(
        DeviceException.Code.LOST, name() + " gives no right answer on the 1-wire bus", why);
  }

  /** The bytes in the first line; none when there is no such line. */
  static byte[] scratchpad(String text) {
    var matcher = SCRATCHPAD.matcher(text);
    return matcher.lookingAt()
        ? HexFormat.ofDelimiter(" ").parseHex(matcher.group(1))
        : new byte[0];
  }
}
