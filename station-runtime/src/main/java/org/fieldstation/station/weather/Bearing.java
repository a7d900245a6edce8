package org.fieldstation.station.weather;

import static org.fieldstation.drivers.Quantity.WIND_DIRECTION;

import java.time.Duration;
import java.util.OptionalDouble;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.StationClock;

/**
 * Where the vane points now. The vane has a line of work of its own, so that its bus can hang
 * without the cups losing their quarter of a second. Safe to use from two of them.
 */
public final class Bearing {

  /** An older direction is that of another wind. */
  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

  private final StationClock clock;
  private volatile Seen seen = new Seen(Double.NaN, 0);

  private record Seen(double degrees, long nanos) {}

  public Bearing(StationClock clock) {
    this.clock = clock;
  }

  /** What the vane says. */
  public void take(Sample sample) {
    seen = new Seen(sample.value(WIND_DIRECTION).orElse(Double.NaN), clock.nanos());
  }

  /** Where the wind comes from, in degrees; empty when the vane has not told of late. */
  public OptionalDouble now() {
    var last = seen;
    return Double.isNaN(last.degrees()) || clock.nanos() - last.nanos() > FRESH_NANOS
        ? OptionalDouble.empty()
        : OptionalDouble.of(last.degrees());
  }
}
