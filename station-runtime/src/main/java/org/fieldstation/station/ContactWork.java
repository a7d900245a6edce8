package org.fieldstation.station;

import java.time.Duration;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.Level;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Pull;
import org.fieldstation.station.contact.Change;
import org.fieldstation.station.contact.Changes;
import org.fieldstation.station.contact.ContactReport;
import org.fieldstation.station.contact.Motions;
import org.fieldstation.station.settings.ContactSettings;
import org.fieldstation.station.settings.ContactSettings.Active;
import org.fieldstation.station.settings.ContactSettings.Use;
import org.fieldstation.station.supervise.Supervisor;

/** Listens to one contact and runs the path of its changes. */
record ContactWork(
    ContactSettings settings,
    String at,
    Supplier<Hardware> hardware,
    Motions motions,
    Runnable stop,
    Desk desk)
    implements Supervisor.Work {

  /** Longer than a contact bounces, shorter than a finger. */
  private static final Duration SETTLING = Duration.ofMillis(30);

  @Override
  public void run(Runnable progress) {
    if (!(Place.parse(at) instanceof Place.Pin pin)) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED, at + " is no pin; a contact needs one like gpio17");
    }
    var input = hardware.get().wiring(desk.time()).edges(pin, wired());
    var changes = Changes.of(input, desk.time());
    progress.run();
    Paths.contact(
        changes, this::pass, new ContactReport(settings, desk.time(), desk.boot()), desk.scribe());
  }

  private Contact wired() {
    boolean high = settings.activeLevel() == Active.HIGH;
    return new Contact(high ? Level.HIGH : Level.LOW, high ? Pull.DOWN : Pull.UP, SETTLING, true);
  }

  private void pass(Change change) {
    if (settings.use() == Use.MOTION) {
      motions.take(settings.name(), change);
    }
    if (settings.use() == Use.SHUTDOWN && change.active()) {
      stop.run();
    }
  }
}
