package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;

/** A GPIO chip that goes and comes while it is used, as one on a USB cable does. */
record ChipProofs(Wiring wiring) {
  private static final Path LIVE = Path.of("/sys/kernel/config/gpio-sim/expander/live");
  private static final Place.Pin AT = new Place.Pin("expander", 3);

  List<Proof> all() {
    return List.of(
        new Proof("gpio-sim", "a chip that is taken away is lost, and found again", this::taken));
  }

  private String taken() throws IOException {
    var pin = wiring.output(AT, Level.HIGH, false);
    pin.set(true);
    Files.writeString(LIVE, "0");
    try {
      pin.set(false);
      throw new AssertionError("a chip that is gone is driven");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
      absent();
      Files.writeString(LIVE, "1");
      wiring.output(AT, Level.HIGH, false).set(true);
      return String.valueOf(e.getMessage());
    }
  }

  private void absent() {
    try {
      wiring.output(AT, Level.HIGH, false);
      throw new AssertionError("it is found while it is away");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.ABSENT, "it is " + e);
    }
  }
}
