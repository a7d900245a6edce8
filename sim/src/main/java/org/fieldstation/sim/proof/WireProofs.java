package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Wiring;

/** A DS18B20 behind the kernel's w1_therm, on the bus that the module w1-sim makes up. */
record WireProofs(Wiring wiring, TimeKeeper time) {
  private static final Path CHIP = Path.of("/sys/module/w1_sim/parameters");
  private static final int BITS = 72;

  List<Proof> all() {
    return List.of(
        new Proof("w1-sim", "a DS18B20 is read through w1_therm", this::read),
        new Proof("w1-sim", "a wrong bit is refused", this::flipped),
        new Proof("w1-sim", "a sensor that is pulled out is lost, and found again", this::gone));
  }

  private Sensor sensor() throws InterruptedException {
    return Chips.open(new Mounting("ds18b20", "w1/28-003c01d607a2"), wiring, time);
  }

  private static void set(String parameter, int value) throws IOException {
    Files.writeString(CHIP.resolve(parameter), String.valueOf(value));
  }

  private String read() throws IOException, InterruptedException {
    for (int milli : new int[] {-10_125, 25_062}) {
      set("milli_celsius", milli);
      var sample = sensor().read(); // opened anew: no air warms so fast
      require(sample.faults().isEmpty(), milli + " gave " + sample.faults());
      double celsius = sample.value(Quantity.AIR_TEMPERATURE).orElseThrow();
      require(Math.abs(celsius - milli / 1e3) < 0.07, celsius + " Cel for " + milli);
    }
    return "-10.125 and 25.0625 Cel";
  }

  /** The kernel asks five times, and then says nothing. */
  private String flipped() throws IOException, InterruptedException {
    var sensor = sensor();
    for (int bit = 3; bit < BITS; bit += 23) { // each bit: Ds18b20Test
      lost(sensor, "flip", bit, -1);
    }
    return "bits 3, 26 and 49";
  }

  private String gone() throws IOException, InterruptedException {
    return lost(sensor(), "gone", 1, 0);
  }

  private static String lost(Sensor sensor, String fault, int on, int off)
      throws IOException, InterruptedException {
    set(fault, on);
    try {
      var sample = sensor.read();
      throw new AssertionError(fault + " " + on + " gave " + sample);
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
      set(fault, off);
      require(sensor.read().faults().isEmpty(), "it does not come back");
      return String.valueOf(e.getMessage());
    } finally {
      set(fault, off);
    }
  }
}
