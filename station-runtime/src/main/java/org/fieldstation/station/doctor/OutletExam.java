package org.fieldstation.station.doctor;

import java.util.Locale;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.station.settings.OutletSettings;

/** Whether a power switch can be switched on, as it is while the station runs. */
record OutletExam(OutletSettings settings, String at, Supplier<Wiring> wiring, boolean running)
    implements Examination {

  @Override
  public String part() {
    return "power-" + settings.name().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Finding look() {
    try {
      if (!(Place.parse(at) instanceof Place.Pin pin)) {
        throw new DeviceException(DeviceException.Code.UNSUPPORTED, at + " is no pin");
      }
      var active = settings.isActiveHigh() ? Level.HIGH : Level.LOW;
      wiring.get().output(pin, active, true).set(true);
      return Finding.ok(part(), Words.of("outlet.on")).at(at);
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at(at);
    }
  }
}
