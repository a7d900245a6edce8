package org.fieldstation.station.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.gnss.GnssReceiver;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens whether a satellite receiver speaks on a serial line. Nothing is sent. */
record LineScan(Hardware hardware, String line, TimeKeeper time) {
  private static final Logger LOG = LoggerFactory.getLogger(LineScan.class);
  private static final List<Integer> BAUDS = List.of(9_600, 38_400, 115_200, 4_800);
  private static final int USUAL = 9_600;

  Optional<Found> look() throws InterruptedException {
    for (int baud : BAUDS) {
      try {
        var place = (Place.Serial) Place.parse(line);
        GnssReceiver.open(hardware.wiring(time).serial(place, baud), time, Instant.EPOCH);
        return Optional.of(
            new Found.Receiver(line, baud == USUAL ? OptionalInt.empty() : OptionalInt.of(baud)));
      } catch (DeviceException other) {
        LOG.debug("{} at {} baud", line, baud, other);
        if (other.code() == DeviceException.Code.REFUSED) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
