package org.fieldstation.station.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.station.identify.Drowned;

/**
 * Weather in which sounds are not believed.
 *
 * @param rainMmPerH measured rain from which on nothing is told that no watch list has; 2.5 when
 *     absent
 * @param windMPerS measured wind, the same; 8 when absent
 * @param heard labels that stand for such weather where no sensor measures it, such as {@code rain}
 */
public record WeatherGateSettings(
    Optional<Double> rainMmPerH, Optional<Double> windMPerS, Optional<List<String>> heard) {

  /** Moderate rain (WMO) and a fresh breeze, from which on leaves alone make 50 dB(A). */
  private static final double RAIN = 2.5;

  private static final double WIND = 8;

  static final WeatherGateSettings DEFAULT =
      new WeatherGateSettings(Optional.empty(), Optional.empty(), Optional.empty());

  public WeatherGateSettings {
    if (!(rainMmPerH.orElse(RAIN) > 0) || !(windMPerS.orElse(WIND) > 0)) {
      throw new IllegalArgumentException("rain-mm-per-h and wind-m-per-s must be above 0");
    }
  }

  public Drowned.Limits limits() {
    return new Drowned.Limits(
        rainMmPerH.orElse(RAIN), windMPerS.orElse(WIND), Set.copyOf(heard.orElse(List.of())));
  }
}
