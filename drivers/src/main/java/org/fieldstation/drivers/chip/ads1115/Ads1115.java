package org.fieldstation.drivers.chip.ads1115;

import java.time.Duration;
import java.util.OptionalInt;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.wires.I2cWires;

/** An ADS1115 in single shots; sections are those of Texas Instruments' data sheet SBAS444. */
public final class Ads1115 {
  private static final byte CONVERSION = 0x00;
  private static final byte CONFIG = 0x01;

  private static final int START_OR_IDLE = 0x8000; // section 8.1.3, bit OS
  private static final int SINGLE_ENDED = 0x4000;
  private static final int SINGLE_SHOT = 0x0100;
  private static final int SAMPLES_128_A_SECOND = 0x0080;
  private static final int NO_COMPARATOR = 0x0003;
  private static final int SET = SINGLE_SHOT | SAMPLES_128_A_SECOND | NO_COMPARATOR;

  private static final Duration CONVERSION_TIME = Duration.ofMillis(9); // 7.8 ms and 10 %
  private static final int EXTRA_WAITS = 2;
  private static final int EXTRA_CONVERSIONS = 3;

  private final I2cWires wires;
  private final Scheduler time;

  private Ads1115(I2cWires wires, Scheduler time) {
    this.wires = wires;
    this.time = time;
  }

  /** The chip has no id; that its configuration reads back as it was written is its proof. */
  public static Ads1115 open(I2cWires wires, Scheduler time) {
    var chip = new Ads1115(wires, time);
    int asked = SINGLE_ENDED | FullScale.V2_048.bits() | SET;
    chip.configure(asked);
    int found = chip.register(CONFIG) & ~START_OR_IDLE;
    if (found != asked) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "%s: no ADS1115 here, 0x%04X was written and 0x%04X read"
              .formatted(wires.name(), asked, found));
    }
    return chip;
  }

  /** The voltage between one of the inputs 0 to 3 and ground. */
  public Sensor input(int number, FullScale scale) {
    if (number < 0 || number > 3) {
      throw new IllegalArgumentException("an ADS1115 has inputs 0 to 3, not " + number);
    }
    return new Input(this, number, scale);
  }

  String name() {
    return wires.name();
  }

  /**
   * Converts once; empty when the chip did not finish.
   *
   * <p>Two lines of work may each read an input of the same chip. So a conversion counts only when
   * the chip is still set to this input before and after its result was read; otherwise it is done
   * again, after a wait that no other input has.
   */
  OptionalInt convert(int number, FullScale scale) throws InterruptedException {
    int asked = SINGLE_ENDED | number << 12 | scale.bits() | SET;
    for (int i = 0; i <= EXTRA_CONVERSIONS; i++) {
      configure(START_OR_IDLE | asked);
      if (!converted()) {
        return OptionalInt.empty();
      }
      int before = register(CONFIG);
      int counts = register(CONVERSION);
      if (before == (START_OR_IDLE | asked) && register(CONFIG) == before) {
        return OptionalInt.of((short) counts);
      }
      time.sleep(CONVERSION_TIME.multipliedBy(1L + number));
    }
    return OptionalInt.empty();
  }

  private boolean converted() throws InterruptedException {
    for (int i = 0; i <= EXTRA_WAITS; i++) {
      time.sleep(CONVERSION_TIME);
      if ((register(CONFIG) & START_OR_IDLE) != 0) {
        return true;
      }
    }
    return false;
  }

  private void configure(int word) {
    wires.write(CONFIG, (byte) (word >> 8), (byte) word);
  }

  private int register(byte register) {
    var word = wires.writeThenRead(new byte[] {register}, 2);
    if (word.length < 2) {
      throw new DeviceException(DeviceException.Code.LOST, wires.name() + ": no two bytes came");
    }
    return Byte.toUnsignedInt(word[0]) << 8 | Byte.toUnsignedInt(word[1]);
  }
}
