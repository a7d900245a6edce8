package org.fieldstation.sim.chips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.chip.bh1750.Bh1750;
import org.fieldstation.drivers.chip.bme280.Bme280;
import org.fieldstation.drivers.chip.sht4x.Sht4x;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The station's own drivers on chips made of registers: what the world has is what the driver
 * reads.
 */
class VirtualChipsTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({"-20,30,65000", "0,55,80000", "25,45.7,100653", "45,99,108000"})
  void aBme280TellsTheAirItIsIn(double temperature, double humidity, double pressure)
      throws InterruptedException {
    var wires = new VirtualBme280("i2c-1/0x76", new Still(temperature, humidity, pressure, 0));
    var sample = Bme280.open(wires, time).read();

    assertThat(sample.faults()).isEmpty();
    assertThat(value(sample, Quantity.AIR_TEMPERATURE)).isCloseTo(temperature, within(0.02));
    assertThat(value(sample, Quantity.RELATIVE_HUMIDITY)).isCloseTo(humidity, within(0.1));
    assertThat(value(sample, Quantity.AIR_PRESSURE)).isCloseTo(pressure, within(5.0));
  }

  @ParameterizedTest
  @CsvSource({"-20,30", "0,55", "25,45.7", "45,99"})
  void anSht4xTellsTheAirItIsIn(double temperature, double humidity) throws InterruptedException {
    var wires = new VirtualSht4x("i2c-1/0x44", new Still(temperature, humidity, 0, 0));
    var sample = Sht4x.open(wires, time).read();

    assertThat(sample.faults()).isEmpty();
    assertThat(value(sample, Quantity.AIR_TEMPERATURE)).isCloseTo(temperature, within(0.01));
    assertThat(value(sample, Quantity.RELATIVE_HUMIDITY)).isCloseTo(humidity, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"0", "12", "50000"})
  void aBh1750TellsTheLightItIsIn(double illuminance) throws InterruptedException {
    var wires = new VirtualBh1750("i2c-1/0x23", new Still(0, 0, 0, illuminance));
    var sample = Bh1750.open(wires, time).read();

    assertThat(sample.faults()).isEmpty();
    assertThat(value(sample, Quantity.ILLUMINANCE)).isCloseTo(illuminance, within(1.0));
  }

  private static double value(Sample sample, Quantity quantity) {
    return sample.value(quantity).orElseThrow();
  }

  private record Still(double temperature, double humidity, double pressure, double illuminance)
      implements Air {}
}
