package org.fieldstation.station.night;

import java.util.function.DoubleConsumer;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/** Opens an infrared lamp, wherever it hangs. */
public final class InfraredLight {

  /**
   * Above what a rolling shutter shows as stripes, within what LED drivers follow (100 Hz-20 kHz).
   */
  private static final int HERTZ = 10_000;

  private InfraredLight() {}

  /**
   * What sets its light, from 0 for none to 1; on a pin, all or none.
   *
   * @throws DeviceException when there is no such output
   */
  public static DoubleConsumer open(String at, Wiring wiring) {
    return switch (Place.parse(at)) {
      case Place.Pwm place -> wiring.pwm(place, HERTZ)::duty;
      case Place.Pin place -> {
        var output = wiring.output(place, Level.HIGH, false);
        yield level -> output.set(level > 0);
      }
      default ->
          throw new DeviceException(
              DeviceException.Code.UNSUPPORTED, at + " lights no lamp; write pwm0 or gpio18");
    };
  }
}
