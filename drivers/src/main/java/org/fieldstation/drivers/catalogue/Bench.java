package org.fieldstation.drivers.catalogue;

import java.nio.file.Path;
import java.util.Objects;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.EdgeInput;
import org.fieldstation.drivers.wires.I2cWires;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.SerialLine;
import org.fieldstation.drivers.wires.Wiring;

/** What a chip is opened with: its place, the board around it, and what it must be told. */
record Bench(Kind kind, Mounting mounting, Place place, Wiring wiring, TimeKeeper time) {

  static Bench of(Kind kind, Mounting mounting, Wiring wiring, TimeKeeper time) {
    var bench = new Bench(kind, mounting, Place.parse(mounting.at()), wiring, time);
    mounting.options().keySet().forEach(bench::check);
    return bench;
  }

  I2cWires i2c() {
    if (place instanceof Place.I2c at) {
      return wiring.i2c(at);
    }
    throw wrong();
  }

  /** A chip without a checksum, every register of which is read until two reads agree. */
  I2cWires i2cReadTwice() {
    return new ReadTwice(i2c());
  }

  /** Such a chip that has an id in that register. */
  Sensor readTwice(int register, int length, Opening opening) throws InterruptedException {
    return identified(i2cReadTwice(), register, length, opening);
  }

  /** A chip without checksums that measures all the time, with an id of 16 bits there. */
  Sensor medianOfThree(int register, int length, Opening opening) throws InterruptedException {
    return identified(new MedianOfThree(i2c()), register, length, opening);
  }

  private static Sensor identified(I2cWires wires, int register, int length, Opening opening)
      throws InterruptedException {
    return Identified.of(opening.open(wires), wires, register, length);
  }

  /** Opens a chip on its wires. */
  @FunctionalInterface
  interface Opening {
    Sensor open(I2cWires wires) throws InterruptedException;
  }

  Place.Input input() {
    if (place instanceof Place.Input at) {
      return at;
    }
    throw wrong();
  }

  EdgeInput edges(Contact contact) {
    if (place instanceof Place.Pin at) {
      return wiring.edges(at, contact);
    }
    throw wrong();
  }

  OneWire oneWire() {
    if (place instanceof Place.OneWire at) {
      return wiring.oneWire(at);
    }
    throw wrong();
  }

  SerialLine serial(int baud) {
    if (place instanceof Place.Serial at) {
      return wiring.serial(at, baud);
    }
    throw wrong();
  }

  double option(String name) {
    var option = known(name);
    var told = mounting.options().get(name);
    var wrong = option.wrong(told);
    if (wrong.isPresent()) {
      throw unsupported(wrong.get());
    }
    return told != null ? told : Objects.requireNonNull(option.usual()); // none would be wrong
  }

  Path keptFile() {
    var folder = mounting.keep();
    if (folder == null) {
      throw unsupported("has no folder where its count could survive a restart");
    }
    return folder.resolve(place.toString().replaceAll("[^A-Za-z0-9]+", "-") + ".tips");
  }

  private void check(String name) {
    known(name);
  }

  private Option known(String name) {
    return kind.options().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unsupported("has no option \"%s\"".formatted(name)));
  }

  private DeviceException wrong() {
    return unsupported("cannot be there; a place like %s is one".formatted(kind.usualPlace()));
  }

  private DeviceException unsupported(String why) {
    return new DeviceException(
        DeviceException.Code.UNSUPPORTED, "%s at %s %s".formatted(kind.name(), mounting.at(), why));
  }
}
