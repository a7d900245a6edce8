package org.fieldstation.sim.chips;

import java.util.Arrays;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.I2cWires;

/**
 * An SHT4x as the bus sees it (Sensirion SHT4x datasheet, section 4): commands, two words, a CRC
 * behind each.
 */
public final class VirtualSht4x implements I2cWires {
  private static final int READ_SERIAL = 0x89;
  private static final int HIGHEST_MEASURING = 0xFD;
  private static final int SERIAL = 0x0F1E;

  private final String name;
  private final Air air;
  private byte[] answer = {};

  public VirtualSht4x(String name, Air air) {
    this.name = name;
    this.air = air;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(byte... bytes) {
    answer =
        switch (Byte.toUnsignedInt(bytes[0])) {
          case READ_SERIAL -> words(SERIAL, SERIAL + 1);
          case HIGHEST_MEASURING ->
              words(
                  (int) Math.round((air.temperature() + 45) / 175 * 65_535),
                  (int) Math.round((air.humidity() + 6) / 125 * 65_535));
          default -> new byte[0];
        };
  }

  @Override
  public byte[] read(int length) {
    if (answer.length == 0) { // section 4.2: nothing to say is not acknowledged
      throw new DeviceException(DeviceException.Code.LOST, name + " does not acknowledge");
    }
    var bytes = Arrays.copyOf(answer, Math.min(length, answer.length));
    answer = new byte[0];
    return bytes;
  }

  @Override
  public byte[] writeThenRead(byte[] bytes, int length) {
    write(bytes);
    return read(length);
  }

  private static byte[] words(int first, int second) {
    return new byte[] {
      (byte) (first >> 8), (byte) first, crc(first),
      (byte) (second >> 8), (byte) second, crc(second)
    };
  }

  private static byte crc(int word) {
    int crc = 0xFF00 ^ (word & 0xFF00);
    crc = turn(crc >> 8 & 0xFF);
    return (byte) turn(crc ^ (word & 0xFF));
  }

  private static int turn(int crc) {
    for (int bit = 0; bit < 8; bit++) {
      crc = (crc & 0x80) == 0 ? crc << 1 : (crc << 1 ^ 0x31) & 0xFF;
    }
    return crc & 0xFF;
  }
}
