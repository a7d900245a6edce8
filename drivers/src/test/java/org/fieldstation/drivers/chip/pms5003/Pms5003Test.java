package org.fieldstation.drivers.chip.pms5003;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.drivers.Quantity.PM1;
import static org.fieldstation.drivers.Quantity.PM10;
import static org.fieldstation.drivers.Quantity.PM2_5;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingLine;
import org.junit.jupiter.api.Test;

final class Pms5003Test {
  private static final String FRAME =
      framed("001c000c001600190009001200150834025e0062000a000400009700");

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  @Test
  void dustOfOutdoorAirIsTheSecondThreeNumbers() throws InterruptedException {
    var sample = after(Duration.ofMinutes(1), FRAME);
    assertThat(sample.value(PM1)).hasValue(9);
    assertThat(sample.value(PM2_5)).hasValue(18);
    assertThat(sample.value(PM10)).hasValue(21);
  }

  @Test
  void aFrameIsFoundBehindTheRestOfAnother() throws InterruptedException {
    assertThat(after(Duration.ofMinutes(1), "00ff4242" + FRAME).value(PM1)).hasValue(9);
  }

  @Test
  void inTheFirstHalfMinuteThereIsNoValue() throws InterruptedException {
    assertThat(after(Duration.ofSeconds(29), FRAME).faults())
        .extracting("code")
        .containsOnly(Code.NOT_READY);
  }

  @Test
  void aFrameThatBreaksOffIsAShortRead() throws InterruptedException {
    assertThat(after(Duration.ofMinutes(1), FRAME.substring(0, 40)).faults())
        .extracting("code")
        .containsOnly(Code.SHORT_READ);
  }

  @Test
  void aFrameOfAnotherSensorIsRefused() throws InterruptedException {
    var other = framed("0024" + "0001".repeat(13));
    assertThat(after(Duration.ofMinutes(1), other).faults())
        .extracting("code")
        .containsOnly(Code.BAD_FRAME);
  }

  @Test
  void aSilentLineIsNoSensor() {
    assertThatThrownBy(() -> Pms5003.open(new RecordingLine(new byte[0], time), time))
        .hasMessageContaining("no PMS5003");
  }

  private Sample after(Duration warmUp, String said) throws InterruptedException {
    var line = new RecordingLine(HexFormat.of().parseHex(FRAME + said), time);
    var sensor = Pms5003.open(line, time);
    assertThat(line.written()).isEqualTo("424de400010174");
    time.sleep(warmUp);
    return sensor.read();
  }

  private static String framed(String rest) {
    int sum = 0;
    for (byte it : HexFormat.of().parseHex("424d" + rest)) {
      sum += it & 0xFF;
    }
    return "424d" + rest + "%04x".formatted(sum);
  }
}
