package org.fieldstation.station.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks who is on one I2C bus. Only addresses of chips that are known are touched, and whoever
 * answers is proved by its own driver: a read in the wrong place has upset more than one chip.
 */
record BusScan(Hardware hardware, int bus, TimeKeeper time) {
  private static final Logger LOG = LoggerFactory.getLogger(BusScan.class);

  List<Found> look() throws InterruptedException {
    var found = new ArrayList<Found>();
    for (int address : Candidates.addresses()) {
      var place = new Place.I2c(bus, address);
      if (answers(place)) {
        who(place).ifPresent(found::add);
      }
    }
    return found;
  }

  /** A read of one byte, as i2cdetect does: it changes nothing in any chip of the list. */
  private boolean answers(Place.I2c place) {
    try {
      hardware.wiring(time).i2c(place).read(1);
      return true;
    } catch (DeviceException nobody) {
      LOG.debug("{}", place, nobody);
      return false;
    }
  }

  private Optional<Found> who(Place.I2c place) throws InterruptedException {
    for (var chip : Candidates.at(place.address())) {
      var at = chip.equals("ads1115") ? place + "/0" : place.toString();
      try {
        Chips.open(new Mounting(chip, at), hardware.wiring(time), time);
        return Optional.of(
            chip.equals("ds3231")
                ? new Found.Clock(at)
                : new Found.Chip(chip, at, Candidates.prove(chip)));
      } catch (DeviceException other) {
        LOG.debug("{} is no {}", at, chip, other);
      }
    }
    return Optional.empty();
  }
}
