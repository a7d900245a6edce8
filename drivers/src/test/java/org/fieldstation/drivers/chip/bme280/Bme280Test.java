package org.fieldstation.drivers.chip.bme280;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Instant;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

/** The calibration and the counts are the worked example of BST-BMP280-DS001, section 3.12. */
final class Bme280Test {
  private static final String FROM_88 =
      "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017 00 4b";
  private static final String FROM_E1 = "6b01 00 13 2b 03 1e";
  private static final String EXAMPLE = "655ac0 7eed00";

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  /** The data sheet works its example in floating point, 0.016 Pa above its own integers. */
  @Test
  void theDataSheetsExampleIsMeasured() throws InterruptedException {
    var wires = opening("58").asked("88", FROM_88).written("f500");
    wires.written("f425").asked("f3", "00").asked("f7", EXAMPLE);
    var sample = Bme280.open(wires, time).read();
    assertThat(sample.value(AIR_TEMPERATURE)).hasValue(25.08);
    assertThat(sample.value(AIR_PRESSURE).orElseThrow()).isCloseTo(100_653.27, within(0.02));
    assertThat(sample.value(RELATIVE_HUMIDITY)).isEmpty();
    assertThat(sample.faults()).isEmpty();
    wires.assertDone();
  }

  /** H4 and H5 below zero occur; without their sign the humidity is off by tens of percent. */
  @Test
  void theTwelveBitWordsOfTheHumidityKeepTheirSign() {
    var from88 = new byte[26];
    var h = Calibration.humidity(from88, new byte[] {0, 0, 0, (byte) 0xFE, (byte) 0xC5, -1, -1});
    assertThat(h.h4()).isEqualTo(-27); // 0xFE5
    assertThat(h.h5()).isEqualTo(-4); // 0xFFC
    assertThat(h.h6()).isEqualTo(-1);
  }

  @Test
  void aHumidityThatTheChipSkippedIsAFaultAndTheRestIsMeasured() throws InterruptedException {
    var wires = humid().written("f201").written("f425").asked("f3", "00");
    wires.asked("f7", EXAMPLE + "8000");
    var sample = Bme280.open(wires, time).read();
    assertThat(sample.value(AIR_TEMPERATURE)).hasValue(25.08);
    assertThat(sample.faults()).extracting("code").containsExactly(Code.NOT_MEASURED);
    assertThat(sample.faults()).extracting("quantity").containsExactly(RELATIVE_HUMIDITY);
  }

  @Test
  void withoutATemperatureThereIsNothing() throws InterruptedException {
    var wires = humid().written("f201").written("f425").asked("f3", "00");
    wires.asked("f7", "655ac0 800000 6f15");
    var sample = Bme280.open(wires, time).read();
    assertThat(sample.readings()).isEmpty();
    assertThat(sample.faults()).hasSize(3);
  }

  /** Before the converter has settled it stands at one end of its scale. */
  @Test
  void countsFromTheEndOfTheScaleAreOutOfRange() throws InterruptedException {
    var wires = humid().written("f201").written("f425").asked("f3", "00");
    wires.asked("f7", "fffff0 fffff0 ffff");
    var sample = Bme280.open(wires, time).read();
    assertThat(sample.value(AIR_TEMPERATURE)).isEmpty();
    assertThat(sample.value(AIR_PRESSURE)).isEmpty();
  }

  @Test
  void aChipThatNeverFinishesIsNotReady() throws InterruptedException {
    var wires = humid().written("f201").written("f425");
    wires.asked("f3", "08").asked("f3", "08").asked("f3", "08").asked("f3", "08");
    var sample = Bme280.open(wires, time).read();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.NOT_READY);
  }

  @Test
  void sevenBytesOfEightAreNoMeasurement() throws InterruptedException {
    var wires = humid().written("f201").written("f425").asked("f3", "00");
    wires.asked("f7", EXAMPLE + "6f");
    var sample = Bme280.open(wires, time).read();
    assertThat(sample.readings()).isEmpty();
    assertThat(sample.faults()).extracting("code").containsOnly(Code.SHORT_READ);
  }

  @Test
  void anotherChipAtThisAddressIsSaidToBeAnother() {
    var wires = new RecordingI2c().asked("d0", "55");
    assertThatThrownBy(() -> Bme280.open(wires, time))
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.code()).isEqualTo(DeviceException.Code.ABSENT))
        .hasMessageContaining("0x55");
  }

  @Test
  void aChipWithoutItsCalibrationIsNotBelieved() {
    var wires = opening("58").asked("88", "00".repeat(26));
    assertThatThrownBy(() -> Bme280.open(wires, time)).hasMessageContaining("no calibration");
  }

  private static RecordingI2c humid() {
    return opening("60").asked("88", FROM_88).asked("e1", FROM_E1).written("f500");
  }

  private static RecordingI2c opening(String id) {
    return new RecordingI2c().asked("d0", id).written("e0b6").asked("f3", "00");
  }
}
