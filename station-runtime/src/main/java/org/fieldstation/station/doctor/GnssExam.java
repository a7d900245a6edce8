package org.fieldstation.station.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.gnss.Fix;
import org.fieldstation.drivers.gnss.GnssReceiver;
import org.fieldstation.drivers.gnss.GnssReceiver.Position;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.jspecify.annotations.Nullable;

/** Whether a satellite receiver speaks, and whether it knows where it is. */
final class GnssExam implements Examination {
  private static final Duration LISTENING = Duration.ofSeconds(4);

  private final String at;
  private final int baud;
  private final Supplier<Wiring> wiring;
  private final boolean running;
  private final TimeKeeper time;
  private @Nullable GnssReceiver receiver;

  GnssExam(String at, int baud, Supplier<Wiring> wiring, boolean running, TimeKeeper time) {
    this.at = at;
    this.baud = baud;
    this.wiring = wiring;
    this.running = running;
    this.time = time;
  }

  @Override
  public String part() {
    return "gnss";
  }

  @Override
  public Finding look() throws InterruptedException {
    try {
      return judge(listen()).at(at);
    } catch (DeviceException e) {
      receiver = null;
      return Busy.orBroken(part(), e, running).at(at);
    }
  }

  private Position listen() throws InterruptedException {
    var open = receiver;
    if (open == null) {
      if (!(Place.parse(at) instanceof Place.Serial place)) {
        throw new DeviceException(DeviceException.Code.UNSUPPORTED, at + " is no serial line");
      }
      open = GnssReceiver.open(wiring.get().serial(place, baud), time, Instant.EPOCH);
      receiver = open;
    }
    long until = time.nanos() + LISTENING.toNanos();
    var position = open.read();
    while (time.nanos() < until && position.fix().isEmpty()) {
      position = open.read();
    }
    return position;
  }

  private Finding judge(Position position) {
    return position
        .fix()
        .map(this::fixed)
        .orElseGet(() ->
            Finding.warning(
                part(),
                Words.of("gnss.no-fix", position.inView().size()),
                Words.of("gnss.no-fix.do")));
  }

  private Finding fixed(Fix fix) {
    return new Finding(
        part(),
        "",
        Grade.OK,
        List.of(
            new Reading(Quantity.LATITUDE, fix.latitude()),
            new Reading(Quantity.LONGITUDE, fix.longitude())),
        Words.of("gnss.fix", fix.satellitesUsed().orElse(0)),
        Optional.empty(),
        "");
  }
}
