package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.chip.ds3231.ClockReading;
import org.fieldstation.drivers.chip.ds3231.Ds3231;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.I2cWires;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/** Chips of i2c-stub: registers in the kernel, reached by SMBus only. */
record StubProofs(Wiring wiring, TimeKeeper time) {
  private static final int[] EXAMPLE = {
    27504, 26435, -1000, 36477, -10685, 3024, 2855, 140, -7, 15500, -14600, 6000
  };
  private static final int TRANSFERS = 5_000;

  List<Proof> all() {
    return List.of(
        new Proof("i2c-stub", "the BMP280 data sheet's example is measured", this::bmp280),
        new Proof("i2c-stub", "a DS3231 keeps the time it was given", this::ds3231),
        new Proof("i2c-stub", "nobody at an address is told so", this::nobody),
        new Proof("i2c-stub", "a bus that is not there is absent", this::noBus),
        new Proof("i2c-stub", "memory stays as it is over many transfers", this::memory));
  }

  private I2cWires at(int address) {
    return wiring.i2c(new Place.I2c(0, address));
  }

  private String bmp280() throws InterruptedException {
    var wires = at(0x76);
    wires.write((byte) 0xD0, (byte) 0x58);
    wires.write((byte) 0xF3, (byte) 0);
    var words = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : EXAMPLE) {
      words.putShort((short) word);
    }
    write(wires, 0x88, words.array());
    write(wires, 0xF7, new byte[] {0x65, 0x5A, (byte) 0xC0, 0x7E, (byte) 0xED, 0});
    var sample = Chips.open(new Mounting("bmp280", "i2c-0/0x76"), wiring, time).read();
    double celsius = sample.value(Quantity.AIR_TEMPERATURE).orElseThrow();
    double pascal = sample.value(Quantity.AIR_PRESSURE).orElseThrow();
    require(celsius == 25.08, celsius + " Cel");
    require(Math.abs(pascal - 100_653.27) < 0.02, pascal + " Pa");
    return "%.2f Cel, %.2f Pa".formatted(celsius, pascal);
  }

  private static void write(I2cWires wires, int register, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      wires.write((byte) (register + i), bytes[i]);
    }
  }

  private String ds3231() {
    var chip = Ds3231.open(at(0x68));
    var set = Instant.parse("2026-11-27T03:04:05Z");
    chip.set(set);
    require(chip.time().equals(new ClockReading.Running(set)), "it says " + chip.time());
    at(0x68).write((byte) 0x0F, (byte) 0x80);
    require(chip.time() instanceof ClockReading.Invalid, "it says " + chip.time());
    return set + ", and none after its oscillator stopped";
  }

  private String nobody() {
    try {
      at(0x33).writeThenRead(new byte[] {0}, 1);
      throw new AssertionError("somebody answers");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
      return String.valueOf(e.getMessage());
    }
  }

  private String noBus() {
    try {
      wiring.i2c(new Place.I2c(99, 0x76)).read(1);
      throw new AssertionError("it was opened");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.ABSENT, "it is " + e);
      return String.valueOf(e.getMessage());
    }
  }

  private String memory() throws IOException {
    var wires = at(0x76);
    transfers(wires);
    long before = resident();
    for (int i = 0; i < 4; i++) {
      transfers(wires);
    }
    long grown = resident() - before;
    require(grown < 8_000, grown + " kB more");
    return "%d kB more after %d transfers".formatted(grown, 4 * TRANSFERS);
  }

  private static void transfers(I2cWires wires) {
    for (int i = 0; i < TRANSFERS; i++) {
      wires.writeThenRead(new byte[] {(byte) 0x88}, 24);
    }
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(it -> it.startsWith("VmRSS"))
        .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }
}
