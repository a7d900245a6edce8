package org.fieldstation.drivers.wires;

import org.jspecify.annotations.Nullable;

/**
 * Where on a board something is attached. Two things in the same place are two equal places, so
 * that a board with two of them can be refused.
 */
public sealed interface Place {

  /** An address on an I2C bus: {@code i2c-1/0x76}. */
  record I2c(int bus, int address) implements Place {
    @Override
    public String toString() {
      return "i2c-%d/0x%02x".formatted(bus, address);
    }
  }

  /** One input of a chip that has several: {@code i2c-1/0x48/2}. */
  record Input(I2c chip, int number) implements Place {
    @Override
    public String toString() {
      return chip + "/" + number;
    }
  }

  /**
   * A pin: {@code gpio17} of the board's own header, {@code gpio:LABEL/17} of another chip. Numbers
   * of GPIO chips change from kernel to kernel, labels do not.
   *
   * @param chip the GPIO chip's label; null for the board's own
   */
  record Pin(@Nullable String chip, int line) implements Place {
    @Override
    public String toString() {
      return chip == null ? "gpio" + line : "gpio:" + chip + "/" + line;
    }
  }

  /** A chip select of an SPI bus: {@code spi0.1}. */
  record Spi(int bus, int select) implements Place {
    @Override
    public String toString() {
      return "spi%d.%d".formatted(bus, select);
    }
  }

  /**
   * An output of a PWM chip: {@code pwm0} of the board's own, {@code pwm:NAME/0} of another.
   *
   * @param chip the name of the PWM chip's device; null for the board's own
   */
  record Pwm(@Nullable String chip, int channel) implements Place {
    @Override
    public String toString() {
      return chip == null ? "pwm" + channel : "pwm:" + chip + "/" + channel;
    }
  }

  /** A chip on the 1-wire bus, by its own number: {@code w1/28-3c01d607a2f1}. */
  record OneWire(String serial) implements Place {
    @Override
    public String toString() {
      return "w1/" + serial;
    }
  }

  /** A serial line: {@code /dev/serial0}. */
  record Serial(String path) implements Place {
    @Override
    public String toString() {
      return path;
    }
  }

  /**
   * The place that a configuration names.
   *
   * @throws org.fieldstation.drivers.DeviceException UNSUPPORTED when that is none; its message
   *     says how one is written
   */
  static Place parse(String at) {
    return Places.parse(at);
  }
}
