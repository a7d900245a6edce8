package org.fieldstation.drivers.chip.ads1115;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.drivers.Quantity.VOLTAGE;

import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.junit.jupiter.api.Test;

final class Ads1115Test {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingI2c wires = new RecordingI2c().written("01 4583").asked("01", "c583");

  @Test
  void eachInputIsConvertedByItself() throws InterruptedException {
    wires.written("01 f583").asked("01", "7583").asked("01", "f583");
    wires.asked("01", "f583").asked("00", "4000").asked("01", "f583");
    var input = Ads1115.open(wires, time).input(3, FullScale.V2_048);
    assertThat(input.read().value(VOLTAGE)).hasValue(1.024);
    assertThat(input.name()).isEqualTo("ads1115 input 3 at i2c-1/0x42");
    wires.assertDone();
  }

  @Test
  void theEndOfTheScaleIsNoVoltage() throws InterruptedException {
    wires.written("01 c583").asked("01", "c583").asked("01", "c583");
    wires.asked("00", "7fff").asked("01", "c583");
    assertThat(Ads1115.open(wires, time).input(0, FullScale.V2_048).read().faults())
        .extracting("code")
        .containsExactly(Code.OVERFLOW);
  }

  @Test
  void aConversionThatNeverEndsIsNoVoltage() throws InterruptedException {
    wires.written("01 c583").asked("01", "4583").asked("01", "4583").asked("01", "4583");
    assertThat(Ads1115.open(wires, time).input(0, FullScale.V2_048).read().faults())
        .extracting("code")
        .containsExactly(Code.NOT_READY);
  }

  /** Somebody else has set the chip to another input while this one was converted. */
  @Test
  void theVoltageOfAnotherInputIsNotTaken() throws InterruptedException {
    wires.written("01 c583").asked("01", "c583").asked("01", "c583");
    wires.asked("00", "1111").asked("01", "d583");
    wires.written("01 c583").asked("01", "c583").asked("01", "c583");
    wires.asked("00", "4000").asked("01", "c583");
    var input = Ads1115.open(wires, time).input(0, FullScale.V2_048);
    assertThat(input.read().value(VOLTAGE)).hasValue(1.024);
    wires.assertDone();
  }

  @Test
  void whatForgetsItsConfigurationIsNoAds1115() {
    var other = new RecordingI2c().written("01 4583").asked("01", "ffff");
    assertThatThrownBy(() -> Ads1115.open(other, time)).hasMessageContaining("no ADS1115");
  }
}
