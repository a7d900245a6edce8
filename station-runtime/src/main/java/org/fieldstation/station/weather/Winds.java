package org.fieldstation.station.weather;

import static org.fieldstation.drivers.Quantity.WIND_DIRECTION;
import static org.fieldstation.drivers.Quantity.WIND_GUST;
import static org.fieldstation.drivers.Quantity.WIND_SPEED;
import static org.fieldstation.drivers.Quantity.WIND_VECTOR_SPEED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Gatherer;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.weather.Wind;
import org.fieldstation.drivers.weather.WindWindow;

/**
 * Makes the wind of ten minutes out of four samples a second: the mean of the speed, the mean of
 * the vectors, and the gust of three seconds (WMO-No. 8, part I, 5.1).
 */
public final class Winds {
  public static final int HERTZ = 4;
  public static final Duration SAMPLE = Duration.ofMillis(1_000 / HERTZ);
  private static final int TEN_MINUTES = 600 * HERTZ;
  private static final Set<Quantity> QUANTITIES = Set.of(WIND_SPEED, WIND_GUST);

  private final WindWindow window = new WindWindow(HERTZ);
  private int taken;

  private Winds() {}

  /**
   * The wind of the last ten minutes, told every so often.
   *
   * @param direction where it comes from just now; empty where no vane tells
   */
  public static Gatherer<Sample, ?, Sample> every(
      Duration record, Supplier<OptionalDouble> direction) {
    long samples = Math.max(1, record.toMillis() / SAMPLE.toMillis());
    return Gatherer.ofSequential(
        Winds::new,
        Gatherer.Integrator.ofGreedy((winds, cups, downstream) -> {
          winds.window.add(cups.value(WIND_SPEED), direction.get());
          winds.taken++;
          return winds.taken % samples != 0
              || winds.isToCome(cups)
              || downstream.push(winds.make(cups));
        }));
  }

  /** A wind of ten minutes takes ten minutes: until then that it is missing is no fault. */
  private boolean isToCome(Sample last) {
    return taken < TEN_MINUTES && last.faults().isEmpty() && window.wind().isEmpty();
  }

  private Sample make(Sample last) {
    return window.wind().map(Winds::sample).orElseGet(() -> none(last));
  }

  private static Sample none(Sample last) {
    return last.faults().isEmpty()
        ? Sample.failed(
            QUANTITIES,
            SensorFault.Code.NOT_MEASURED,
            "less than two thirds of ten minutes were measured")
        : Sample.failed(
            QUANTITIES, last.faults().getFirst().code(), last.faults().getFirst().detail());
  }

  private static Sample sample(Wind wind) {
    var readings = new ArrayList<Reading>();
    readings.add(new Reading(WIND_SPEED, wind.meanMetresPerSecond()));
    wind.vectorMetresPerSecond().ifPresent(it -> readings.add(new Reading(WIND_VECTOR_SPEED, it)));
    wind.directionDegrees().ifPresent(it -> readings.add(new Reading(WIND_DIRECTION, it)));
    wind.gustMetresPerSecond().ifPresent(it -> readings.add(new Reading(WIND_GUST, it)));
    return new Sample(readings, java.util.List.of());
  }
}
