package org.fieldstation.drivers.chip.bucket;

import static org.fieldstation.drivers.Quantity.RAIN;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.wires.EdgeInput;

/**
 * A tipping bucket: all rain since it was installed. It has no way to prove itself: a broken cable
 * looks like a drought.
 */
public final class TippingBucket implements Sensor {

  /** Half an hour of a cloudburst; older tips are still in the count. */
  private static final int MOST_TIPS_KEPT = 4_096;

  private final EdgeInput input;
  private final Gauge gauge;
  private final TipCount stored;
  private final ArrayDeque<Tip> tips = new ArrayDeque<>();
  private long count;
  private long storedCount;
  private long lastNanos = Long.MIN_VALUE;

  /**
   * What one tip is.
   *
   * @param millimetresPerTip rain for one tip, usually 0.2
   * @param bounce how long after a tip another closing is the same tip
   */
  public record Gauge(double millimetresPerTip, Duration bounce) {

    /** The gauge of the Argent 80422 weather kit. */
    public static final Gauge ARGENT = new Gauge(0.2794, Duration.ofMillis(100));
  }

  private TippingBucket(EdgeInput input, Gauge gauge, TipCount stored) {
    this.input = input;
    this.gauge = gauge;
    this.stored = stored;
    this.storedCount = stored.load();
    this.count = storedCount;
  }

  /** Begins to count where it stopped. */
  public static TippingBucket open(EdgeInput input, Gauge gauge, TipCount stored) {
    var sensor = new TippingBucket(input, gauge, stored);
    input.listen((nanos, _) -> sensor.edge(nanos));
    return sensor;
  }

  @Override
  public String name() {
    return "tipping bucket at " + input.name();
  }

  @Override
  public Set<Quantity> quantities() {
    return Set.of(RAIN);
  }

  /**
   * The rain up to now. It is kept before it is told, because a number that was told must not go
   * back; while it cannot be kept the count goes on and is told later.
   */
  @Override
  public Sample read() {
    input.active(); // a pin that is gone throws: it would look like a drought
    long now;
    synchronized (this) {
      now = count;
    }
    if (now != storedCount) {
      try {
        stored.store(now);
        storedCount = now;
      } catch (DeviceException full) {
        return Sample.failed(quantities(), Code.NOT_KEPT, now + " tips could not be stored");
      }
    }
    return new Sample(List.of(new Reading(RAIN, now * gauge.millimetresPerTip())), List.of());
  }

  /** Rain that makes one tip. */
  public double millimetresPerTip() {
    return gauge.millimetresPerTip();
  }

  /** The tips since the last call, oldest first: what the rain's rate is made of. */
  public synchronized List<Tip> tips() {
    var since = new ArrayList<Tip>(tips);
    tips.clear();
    return since;
  }

  private synchronized void edge(long nanos) {
    if (lastNanos != Long.MIN_VALUE && nanos - lastNanos < gauge.bounce().toNanos()) {
      return;
    }
    lastNanos = nanos;
    count++;
    if (tips.size() == MOST_TIPS_KEPT) {
      tips.removeFirst();
    }
    tips.addLast(new Tip(count, nanos));
  }
}
