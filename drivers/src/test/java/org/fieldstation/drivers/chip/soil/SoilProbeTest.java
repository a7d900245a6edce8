package org.fieldstation.drivers.chip.soil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.drivers.Quantity.SOIL_WETNESS;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.FixedSensor;
import org.junit.jupiter.api.Test;

final class SoilProbeTest {

  @Test
  void wetnessLiesBetweenTheTwoPointsOfTheCalibration() throws InterruptedException {
    assertThat(at(2.8).value(SOIL_WETNESS)).hasValue(0);
    assertThat(at(1.2).value(SOIL_WETNESS)).hasValue(100);
    assertThat(at(2.0).value(SOIL_WETNESS).orElseThrow()).isBetween(49.999, 50.001);
  }

  @Test
  void aLittleBeyondIsTheEndAndFarBeyondIsACable() throws InterruptedException {
    assertThat(at(2.9).value(SOIL_WETNESS)).hasValue(0);
    assertThat(at(3.3).faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
    assertThat(at(0.0).faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
  }

  @Test
  void twoPointsThatAreOneAreNoCalibration() {
    var volts = FixedSensor.of(VOLTAGE, 2);
    assertThatThrownBy(() -> new SoilProbe(volts, 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Sample at(double volts) throws InterruptedException {
    return new SoilProbe(FixedSensor.of(VOLTAGE, volts), 2.8, 1.2).read();
  }
}
