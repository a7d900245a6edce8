package org.fieldstation.drivers.chip.cup;

import static org.fieldstation.drivers.Quantity.WIND_SPEED;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.wires.EdgeInput;

/**
 * A cup anemometer: the mean speed between two reads, from the closings of its contact in between.
 * It has no way to prove itself: a broken cable looks like calm.
 */
public final class CupAnemometer implements Sensor {
  private final EdgeInput input;
  private final Cups cups;
  private final StationClock clock;
  private final AtomicLong closings = new AtomicLong();
  private long seenClosings;
  private long seenNanos;

  // Only the input's own thread writes these.
  private long lastNanos = Long.MIN_VALUE;
  private long lastSequence = -1;

  /**
   * How the cups turn.
   *
   * @param metresPerSecondPerHertz speed of a wind that closes the contact once a second
   * @param bounce how long after a closing another one is the same: less than at the fastest wind
   * @param mostMetresPerSecond a wind that has never been
   */
  public record Cups(double metresPerSecondPerHertz, Duration bounce, double mostMetresPerSecond) {

    /** The cups of the Argent 80422 weather kit: 2.4 km/h at one closing a second. */
    public static final Cups ARGENT = new Cups(2.4 / 3.6, Duration.ofMillis(4), 75);
  }

  private CupAnemometer(EdgeInput input, Cups cups, StationClock clock) {
    this.input = input;
    this.cups = cups;
    this.clock = clock;
    this.seenNanos = clock.nanos();
  }

  /** Begins to count. */
  public static CupAnemometer open(EdgeInput input, Cups cups, StationClock clock) {
    var sensor = new CupAnemometer(input, cups, clock);
    input.listen(sensor::edge);
    return sensor;
  }

  @Override
  public String name() {
    return "cup anemometer at " + input.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(WIND_SPEED);
  }

  /** Closings since it was opened. */
  public long closings() {
    return closings.get();
  }

  @Override
  public Sample read() {
    input.active(); // a pin that is gone throws: it would look like calm
    long nanos = clock.nanos();
    long count = closings.get();
    double seconds = (nanos - seenNanos) / 1e9;
    long turned = count - seenClosings;
    if (seconds <= 0) {
      return Sample.failed(quantities(), Code.NOT_READY, "no time has passed since the last read");
    }
    seenNanos = nanos;
    seenClosings = count;
    return new Sample.Builder()
        .within(
            0,
            cups.mostMetresPerSecond(),
            WIND_SPEED,
            turned / seconds * cups.metresPerSecondPerHertz())
        .build();
  }

  /** Edges that the kernel dropped were real ones at a high speed, so they are counted. */
  private void edge(long nanos, long sequence) {
    long lost = lastSequence < 0 ? 0 : Math.max(0, sequence - lastSequence - 1);
    lastSequence = sequence;
    boolean first = lastNanos == Long.MIN_VALUE;
    if (first || lost > 0 || nanos - lastNanos >= cups.bounce().toNanos()) {
      lastNanos = nanos;
      closings.addAndGet(1 + lost);
    }
  }
}
