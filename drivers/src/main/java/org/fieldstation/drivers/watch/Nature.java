package org.fieldstation.drivers.watch;

import static org.fieldstation.drivers.watch.Limits.FOREVER;

import java.time.Duration;
import java.util.Map;
import org.fieldstation.drivers.Quantity;

/**
 * What weather does anywhere people have put a station. Steps are those of WMO-No. 8, volume III,
 * chapter 1 (quality control of an automatic station): at most 3 Cel, 0.5 hPa and 10 %RH in a
 * minute; rest is judged by digits that do not change at all, which noise alone would do.
 */
public final class Nature {
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  public static final Map<Quantity, Limits> LIMITS =
      Map.of(
          Quantity.AIR_TEMPERATURE, new Limits(-60, 60, 3 / 60.0, HALF_A_DAY, 1),
          // Fog rests at 100 % for days.
          Quantity.RELATIVE_HUMIDITY, new Limits(0, 100, 10 / 60.0, FOREVER, 5),
          Quantity.AIR_PRESSURE, new Limits(45_000, 110_000, 50 / 60.0, HALF_A_DAY, 20),
          // A shadow is a step, and a night rests.
          Quantity.ILLUMINANCE, new Limits(0, 160_000, Double.POSITIVE_INFINITY, FOREVER, 0),
          Quantity.CO2, new Limits(300, 40_000, 50, HALF_A_DAY, 200),
          Quantity.WIND_SPEED, new Limits(0, 75, 30, FOREVER, 0));

  private Nature() {}
}
