package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.chip.ds3231.ClockReading;
import org.fieldstation.drivers.chip.ds3231.Ds3231;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.drivers.time.ToldTime;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Takes the time from a clock chip at the start, and sets the chip when the station knows better. A
 * chip whose oscillator has stopped says nothing about the time.
 */
record ClockChipWork(String at, Supplier<Hardware> hardware, Desk desk) implements Supervisor.Work {
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration GOOD = Duration.ofSeconds(1);

  /** A second for its resolution and a year at 2 ppm since it was set. */
  private static final Duration UNCERTAINTY = Duration.ofMinutes(1);

  @Override
  public void run(Runnable progress) throws InterruptedException {
    if (!(Place.parse(at) instanceof Place.I2c place)) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED, at + " is no place for a DS3231; i2c-1/0x68 is one");
    }
    var chip = Ds3231.open(hardware.get().wiring(desk.time()).i2c(place));
    ask(chip);
    while (true) {
      progress.run();
      var now = desk.time().now();
      if (isBetter(now)) {
        chip.set(now.utc());
        desk.time().sleep(EVERY);
      } else {
        desk.time().sleep(Duration.ofMinutes(1));
      }
    }
  }

  private void ask(Ds3231 chip) {
    long nanos = desk.time().nanos();
    switch (chip.time()) {
      case ClockReading.Running(var utc) ->
          desk.time().told(new ToldTime(utc, nanos, TimeSource.RTC, UNCERTAINTY));
      case ClockReading.Invalid(var reason) ->
          desk.faults().note("clock-chip", "clock-chip-invalid", reason);
    }
  }

  private static boolean isBetter(Moment now) {
    return now.source().code() > TimeSource.RTC.code() && now.uncertainty().compareTo(GOOD) <= 0;
  }
}
