package org.fieldstation.drivers.chip.ds18b20;

import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;

import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.wires.OneWire;

/** A DS18B20; sections are those of Maxim's data sheet DS18B20, revision 6. */
public final class Ds18b20 implements Sensor {
  private static final String FAMILY = "28-";
  private static final int SCRATCHPAD_BYTES = 9;

  /** What the temperature registers hold from power-on until the first conversion (figure 4). */
  private static final double POWER_ON_CELSIUS = 85.0;

  private final OneWire wire;

  private Ds18b20(OneWire wire) {
    this.wire = wire;
  }

  /** Proves the chip by its family code and by one scratchpad with a right checksum. */
  public static Ds18b20 open(OneWire wire) {
    if (!wire.name().startsWith(FAMILY)) {
      throw new DeviceException(
          DeviceException.Code.ABSENT, wire.name() + " is no DS18B20: those begin with 28-");
    }
    if (!sound(wire.convertAndRead())) {
      throw new DeviceException(
          DeviceException.Code.DAMAGED, wire.name() + " answers with a wrong checksum");
    }
    return new Ds18b20(wire);
  }

  @Override
  public String name() {
    return "ds18b20 " + wire.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(AIR_TEMPERATURE);
  }

  /**
   * 85.0 Cel is refused: it is what a chip says whose supply dipped during the conversion, and no
   * air, water or soil that a station stands in is that hot.
   */
  @Override
  public Sample read() {
    var scratchpad = wire.convertAndRead();
    if (scratchpad.length < SCRATCHPAD_BYTES) {
      return Sample.failed(quantities(), Code.SHORT_READ, scratchpad.length + " bytes of 9 came");
    }
    if (!sound(scratchpad)) {
      return Sample.failed(quantities(), Code.BAD_CHECKSUM, "the scratchpad's checksum is wrong");
    }
    double celsius = celsius(scratchpad);
    if (celsius == POWER_ON_CELSIUS) {
      return Sample.failed(
          quantities(), Code.POWER_ON_VALUE, "85.0 Cel is what it holds before it has measured");
    }
    return new Sample.Builder().within(-55, 125, AIR_TEMPERATURE, celsius).build();
  }

  /** 1/16 Cel in two's complement, lower byte first (figure 4). */
  static double celsius(byte[] scratchpad) {
    return (scratchpad[1] << 8 | Byte.toUnsignedInt(scratchpad[0])) / 16.0;
  }

  /** A data line that lies on ground reads as nine zeros, whose checksum is zero too: no chip. */
  private static boolean sound(byte[] scratchpad) {
    if (scratchpad.length < SCRATCHPAD_BYTES) {
      return false;
    }
    int any = 0;
    for (byte it : scratchpad) {
      any |= it;
    }
    return any != 0 && checksum(scratchpad) == scratchpad[8];
  }

  /** CRC-8 with polynomial x8 + x5 + x4 + 1, least significant bit first (section CRC). */
  static byte checksum(byte[] scratchpad) {
    int crc = 0;
    for (int i = 0; i < 8; i++) {
      crc ^= Byte.toUnsignedInt(scratchpad[i]);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0x8C;
      }
    }
    return (byte) crc;
  }
}
