package org.fieldstation.sim.board;

import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.sim.chips.Surroundings;
import org.fieldstation.sim.chips.VirtualMax17048;
import org.fieldstation.sim.world.Weather;

/** What a chip should say, and how far from it a chip of that kind may be. */
record Truth(String kind, Surroundings around, Weather weather, double t) {
  static final double DRY_VOLTS = 2.5;
  static final double WET_VOLTS = 1.0;

  boolean tolerates(Reading reading) {
    double value = reading.value();
    return switch (reading.quantity()) {
      case AIR_TEMPERATURE -> near(value, around.temperature(), 0.05);
      case CHIP_TEMPERATURE -> near(value, around.temperature(), 0.15);
      case RELATIVE_HUMIDITY -> near(value, around.humidity(), 0.1);
      case AIR_PRESSURE -> near(value, around.pressure(), 5);
      case ILLUMINANCE -> near(value, around.illuminance(), 1 + around.illuminance() * 0.005);
      case CO2 -> near(value, around.carbonDioxide(), 1);
      case PM1 -> near(value, around.dust() * 0.7, 0.6);
      case PM2_5 -> near(value, around.dust(), 0.6);
      case PM10 -> near(value, around.dust() * 1.3, 0.6);
      case WIND_DIRECTION -> near(value, weather.windDirection(t), 11.5);
      case SOIL_WETNESS -> near(value, wetness(), 0.2);
      case VOLTAGE -> near(value, volts(), 0.005);
      case CURRENT -> near(value, around.supplyAmpere(), 0.001);
      case POWER -> near(value, around.supplyVolts() * around.supplyAmpere(), 0.01);
      case CHARGE -> near(value, around.chargePercent(), 0.02);
      case CHARGE_RATE -> value == 0;
      case RAIN, RAIN_RATE, WIND_SPEED -> true; // they count: CountersTest says how truly
      case WIND_GUST,
          WIND_VECTOR_SPEED,
          SEA_LEVEL_PRESSURE_QFF,
          SEA_LEVEL_PRESSURE_QNH,
          LATITUDE,
          LONGITUDE,
          ALTITUDE ->
          false; // no chip of the catalogue says these
    };
  }

  private double wetness() {
    return (around.inputVolts(1) - DRY_VOLTS) / (WET_VOLTS - DRY_VOLTS) * 100;
  }

  private double volts() {
    return switch (kind) {
      case "ads1115" -> around.inputVolts(2);
      case "max17048" -> VirtualMax17048.cellVolts(around.chargePercent());
      default -> around.supplyVolts();
    };
  }

  private static boolean near(double value, double expected, double slack) {
    return Math.abs(value - expected) <= slack;
  }

  String of(Quantity quantity) {
    return "%s at t = %.1f s in %s".formatted(quantity, t, around);
  }
}
