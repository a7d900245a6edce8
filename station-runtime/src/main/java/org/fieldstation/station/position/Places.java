package org.fieldstation.station.position;

import static org.fieldstation.drivers.Quantity.ALTITUDE;
import static org.fieldstation.drivers.Quantity.LATITUDE;
import static org.fieldstation.drivers.Quantity.LONGITUDE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherer;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.gnss.Fix;
import org.fieldstation.drivers.gnss.GnssReceiver.Position;
import org.fieldstation.drivers.time.StationClock;

/**
 * Makes a record of the place now and then: at the first fix, and every so often; a station does
 * not walk, but it may be carried away. Without a fix there is a fault, and no place.
 */
public final class Places {
  private static final Set<Quantity> QUANTITIES = Set.of(LATITUDE, LONGITUDE);

  private final StationClock clock;
  private final long every;
  private long due;
  private boolean fixed;

  private Places(Duration every, StationClock clock) {
    this.clock = clock;
    this.every = every.toNanos();
    this.due = clock.nanos() + this.every;
  }

  /** A record of the place every so often. */
  public static Gatherer<Position, ?, Sample> every(Duration record, StationClock clock) {
    return Gatherer.ofSequential(
        () -> new Places(record, clock),
        Gatherer.Integrator.ofGreedy((places, position, downstream) ->
            !places.isDue(position) || downstream.push(places.sample(position))));
  }

  private boolean isDue(Position position) {
    return clock.nanos() >= due || (!fixed && position.fix().isPresent());
  }

  private Sample sample(Position position) {
    due = clock.nanos() + every;
    fixed |= position.fix().isPresent();
    return position.fix().map(Places::sample).orElseGet(() -> none(position));
  }

  private static Sample none(Position position) {
    return Sample.failed(
        QUANTITIES,
        SensorFault.Code.NOT_READY,
        "no fix; %d satellites in view".formatted(position.inView().size()));
  }

  private static Sample sample(Fix fix) {
    var readings = new ArrayList<Reading>();
    readings.add(new Reading(LATITUDE, fix.latitude()));
    readings.add(new Reading(LONGITUDE, fix.longitude()));
    fix.altitudeMetres().ifPresent(it -> readings.add(new Reading(ALTITUDE, it)));
    return new Sample(readings, List.of());
  }
}
