package org.fieldstation.station.doctor;

import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.chip.ds3231.ClockReading;
import org.fieldstation.drivers.chip.ds3231.Ds3231;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/** Whether the clock chip has run since it was set. */
record ClockChipExam(String at, Supplier<Wiring> wiring, boolean running) implements Examination {

  @Override
  public String part() {
    return "clock-chip";
  }

  @Override
  public Finding look() {
    try {
      if (!(Place.parse(at) instanceof Place.I2c place)) {
        throw new DeviceException(DeviceException.Code.UNSUPPORTED, at + " is no I2C address");
      }
      return judge(Ds3231.open(wiring.get().i2c(place)).time()).at("ds3231 " + at);
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at("ds3231 " + at);
    }
  }

  private Finding judge(ClockReading reading) {
    return switch (reading) {
      case ClockReading.Running(var utc) -> Finding.ok(part(), Words.of("clock-chip.running", utc));
      case ClockReading.Invalid(var reason) ->
          Finding.failed(
              part(), Words.of("clock-chip.stopped"), Words.of("clock-chip.stopped.do"), reason);
    };
  }
}
