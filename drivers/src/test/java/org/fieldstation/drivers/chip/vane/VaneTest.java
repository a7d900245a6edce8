package org.fieldstation.drivers.chip.vane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.VOLTAGE;
import static org.fieldstation.drivers.Quantity.WIND_DIRECTION;

import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.FixedSensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The voltages are those of the Argent 80422's data sheet: 5 V over 10 kOhm. */
final class VaneTest {
  private static final Ladder LADDER = Ladder.argent(5, 10_000);

  @ParameterizedTest
  @CsvSource({
    "3.84, 360",
    "1.98, 22.5",
    "2.25, 45",
    "0.41, 67.5",
    "0.45, 90",
    "0.32, 112.5",
    "0.90, 135",
    "0.62, 157.5",
    "1.40, 180",
    "1.19, 202.5",
    "3.08, 225",
    "2.93, 247.5",
    "4.62, 270",
    "4.04, 292.5",
    "4.33, 315",
    "3.43, 337.5"
  })
  void eachOfSixteenVoltagesIsADirection(double volts, double degrees) throws InterruptedException {
    assertThat(at(volts, 0).value(WIND_DIRECTION)).hasValue(degrees);
  }

  @Test
  void aVaneThatWasMountedTurnedIsTurnedBack() throws InterruptedException {
    assertThat(at(0.45, 290).value(WIND_DIRECTION)).hasValue(20);
    assertThat(at(0.45, 270).value(WIND_DIRECTION)).hasValue(360);
  }

  @Test
  void aCutOrShortedCableIsNoDirection() throws InterruptedException {
    assertThat(at(5.0, 0).faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
    assertThat(at(0.0, 0).faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
  }

  @Test
  void aFaultOfTheConverterIsAFaultOfTheVane() throws InterruptedException {
    var vane = new Vane(FixedSensor.failing(VOLTAGE, Code.OVERFLOW), LADDER, 0);
    assertThat(vane.read().faults()).extracting("code").containsExactly(Code.OVERFLOW);
  }

  private static Sample at(double volts, double north) throws InterruptedException {
    return new Vane(FixedSensor.of(VOLTAGE, volts), LADDER, north).read();
  }
}
