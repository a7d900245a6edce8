package org.fieldstation.station.doctor;

import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.station.settings.ContactSettings;
import org.fieldstation.station.settings.ContactSettings.Use;

/** How a contact stands: whoever looks moves it and looks again. */
record ContactExam(ContactSettings contact, String at, Supplier<Wiring> wiring, boolean running)
    implements Examination {

  @Override
  public String part() {
    return contact.name();
  }

  @Override
  public Finding look() {
    if (!(Place.parse(at) instanceof Place.Pin pin)) {
      return Broken.part(
          part(), new DeviceException(DeviceException.Code.UNSUPPORTED, at + " is no pin"));
    }
    try {
      var input = wiring.get().edges(pin, wired());
      return judge(input.active()).at(at);
    } catch (DeviceException e) {
      return Busy.orBroken(part(), e, running).at(at);
    }
  }

  private Contact wired() {
    return contact.activeLevel() == ContactSettings.Active.HIGH
        ? Contact.DETECTOR
        : Contact.PRESSED;
  }

  private Finding judge(boolean active) {
    if (contact.use() == Use.TAMPER && !active) {
      return Finding.warning(part(), Words.of("contact.lid-open"), Words.of("contact.lid-open.do"));
    }
    return Finding.ok(part(), Words.of(active ? "contact.active" : "contact.idle"));
  }
}
