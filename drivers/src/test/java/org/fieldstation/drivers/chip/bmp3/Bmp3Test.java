package org.fieldstation.drivers.chip.bmp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;

import java.time.Instant;
import java.util.HexFormat;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

/** The data sheet works no example, so each word's place and scale is tried alone. */
final class Bmp3Test {

  /** T1 = 27000, T2 = 19000, P5 = 25000, all else neutral: P1 and P2 are stored less 2^14. */
  private static final String PLAIN = "7869 384a 00 0040 0040 00 00 a861 0000 00 00 0000 00 00";

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  @Test
  void temperatureIsTheCountsAboveT1TimesT2() {
    var calibration = calibration(PLAIN);
    int adc = 27_000 * 256 + 1_000_000;
    assertThat(calibration.celsius(adc)).isCloseTo(1e6 * 19_000 / Math.pow(2, 30), within(1e-9));
    var bent = calibration(PLAIN.replaceFirst("384a 00", "384a 80"));
    assertThat(bent.celsius(adc) - calibration.celsius(adc))
        .isCloseTo(-128 * 1e12 / Math.pow(2, 48), within(1e-9));
  }

  @Test
  void eachWordOfThePressureHasItsPlaceAndItsScale() {
    double a = 6_000_000;
    assertPart("0040 0040 00 00 a861 0000 00 00 0000 00 00", 200_000);
    assertPart("ff3f 0040 00 00 a861 0000 00 00 0000 00 00", 200_000 - a / (1 << 20));
    assertPart("0040 0140 00 00 a861 0000 00 00 0000 00 00", 200_000 + a * 10 / Math.pow(2, 29));
    assertPart("0040 0040 ff 00 a861 0000 00 00 0000 00 00", 200_000 - a * 100 / Math.pow(2, 32));
    assertPart("0040 0040 00 01 a861 0000 00 00 0000 00 00", 200_000 + a * 1e3 / Math.pow(2, 37));
    assertPart("0040 0040 00 00 a861 ffff 00 00 0000 00 00", 200_000 + 65_535 / 64.0 * 10);
    assertPart("0040 0040 00 00 a861 0000 fe 00 0000 00 00", 200_000 - 2 / 256.0 * 100);
    assertPart("0040 0040 00 00 a861 0000 00 80 0000 00 00", 200_000 - 128 / 32_768.0 * 1e3);
    assertPart("0040 0040 00 00 a861 0000 00 00 0080 00 00", 200_000 - a * a / Math.pow(2, 33));
    assertPart(
        "0040 0040 00 00 a861 0000 00 00 0000 7f 00", 200_000 + a * a * 1_270 / Math.pow(2, 48));
    assertPart("0040 0040 00 00 a861 0000 00 00 0000 00 ff", 200_000 - a * a * a / Math.pow(2, 65));
  }

  private static void assertPart(String pressure, double pascal) {
    assertThat(calibration("7869 384a 00 " + pressure).pascal(6_000_000, 10))
        .as(pressure)
        .isCloseTo(pascal, within(1e-6));
  }

  /** 1.2 million counts above T1 are 21.23 Cel; P1 = -1/64 a count takes 100 kPa from 200. */
  @Test
  void aMeasurementIsTakenTogetherFromSixBytes() throws InterruptedException {
    var wires = opening("60", PLAIN.replaceFirst("0040 0040", "0000 0040"));
    wires.written("1b13").asked("03", "70").asked("04", "00 a861 80 c77b");
    var sample = Bmp3.open(wires, time).read();
    double counts = 0x7bc780 - 27_000 * 256;
    assertThat(sample.value(AIR_TEMPERATURE).orElseThrow())
        .isCloseTo(counts * 19_000 / Math.pow(2, 30), within(1e-9));
    assertThat(sample.value(AIR_PRESSURE).orElseThrow())
        .isCloseTo(200_000 - 0x61a800 / 64.0, within(1e-6));
    wires.assertDone();
  }

  @Test
  void aChipThatNeverFinishesIsNotReady() throws InterruptedException {
    var wires = opening("50", PLAIN).written("1b13");
    wires.asked("03", "10").asked("03", "10").asked("03", "10").asked("03", "30");
    var sample = Bmp3.open(wires, time).read();
    assertThat(sample.readings()).isEmpty();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.NOT_READY);
  }

  @Test
  void aBme280IsNoBmp388() {
    assertThatThrownBy(() -> Bmp3.open(new RecordingI2c().asked("00", "58"), time))
        .hasMessageContaining("no BMP388");
  }

  private static RecordingI2c opening(String id, String calibration) {
    var wires = new RecordingI2c().asked("00", id).written("7eb6").asked("31", calibration);
    return wires.written("1c00").written("1f00");
  }

  private static Calibration calibration(String hex) {
    return Calibration.of(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
