package org.fieldstation.sim.board;

import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.chips.Surroundings;
import org.fieldstation.sim.world.Weather;

/** The made-up world's weather, as it is now where the station stands. */
public record Weathering(Weather weather, TimeKeeper time) implements Surroundings {

  /** Seconds since the world began. */
  public double t() {
    return time.now().utc().toEpochMilli() / 1e3;
  }

  @Override
  public double temperature() {
    return weather.airTemperature(t());
  }

  @Override
  public double humidity() {
    return weather.relativeHumidity(t());
  }

  @Override
  public double pressure() {
    return weather.airPressure(t());
  }

  @Override
  public double illuminance() {
    return weather.illuminance(t());
  }

  @Override
  public double carbonDioxide() {
    return weather.carbonDioxide(t());
  }

  @Override
  public double dust() {
    return weather.dust(t());
  }

  /** The vane is at input 0, the soil's probe at 1, a battery's divider at 2 and 3. */
  @Override
  public double inputVolts(int input) {
    return switch (input) {
      case 0 -> VaneVolts.at(weather.windDirection(t()));
      case 1 -> weather.soilVolts(t());
      default -> supplyVolts() / 4;
    };
  }

  @Override
  public double supplyVolts() {
    return weather.supplyVolts(t());
  }

  @Override
  public double supplyAmpere() {
    return 0.42;
  }

  @Override
  public double chargePercent() {
    return weather.chargePercent(t());
  }
}
