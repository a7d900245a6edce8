package org.fieldstation.drivers.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.CO2;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.chip.aht20.Aht20;
import org.fieldstation.drivers.chip.ds18b20.Ds18b20;
import org.fieldstation.drivers.chip.pms5003.Pms5003;
import org.fieldstation.drivers.chip.scd41.Scd41;
import org.fieldstation.drivers.chip.sht3x.Sht3x;
import org.fieldstation.drivers.chip.sht4x.Sht4x;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.OneWire;
import org.fieldstation.drivers.wires.RecordingI2c;
import org.fieldstation.drivers.wires.RecordingLine;
import org.fieldstation.drivers.wires.RecordingOneWire;
import org.junit.jupiter.api.Test;

/**
 * One wrong bit on a long cable, in every place of every frame that has a checksum: the value it
 * belongs to is refused, each time, and no other value appears.
 */
final class BitFlipsTest {
  private static final String WORD = "beef92";

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);

  private interface Measuring {
    Sample of(String frame) throws InterruptedException;
  }

  @Test
  void ofAnSht3x() throws InterruptedException {
    Measuring measuring =
        frame -> {
          var wires = new RecordingI2c().written("30a2").asked("f32d", WORD);
          return Sht3x.open(wires.written("2400").read(frame), time).read();
        };
    eachIsRefused(WORD + "6c0f4e", measuring, List.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY));
  }

  @Test
  void ofAnSht4x() throws InterruptedException {
    Measuring measuring =
        frame -> {
          var wires = new RecordingI2c().written("94").written("89").read(WORD + WORD);
          return Sht4x.open(wires.written("fd").read(frame), time).read();
        };
    eachIsRefused("66f4c84c9b6f", measuring, List.of(AIR_TEMPERATURE, RELATIVE_HUMIDITY));
  }

  @Test
  void ofAnScd41() throws InterruptedException {
    Measuring measuring =
        frame -> {
          var wires = new RecordingI2c().written("3f86").written("3682").read(WORD.repeat(3));
          wires.written("21b1").written("e4b8").read(Checksums.withSensirion("8006"));
          return Scd41.open(wires.written("ec05").read(frame), time).read();
        };
    var words = List.of(CO2, AIR_TEMPERATURE, RELATIVE_HUMIDITY);
    eachIsRefused("022ca3670d364d08f1", measuring, words);
  }

  @Test
  void ofAnAht20() throws InterruptedException {
    for (var wrong : Checksums.withOneBitWrong(Checksums.withSensirion("188000060000")).toList()) {
      var wires = new RecordingI2c().written("ba").asked("71", "18");
      var sample = Aht20.open(wires.written("ac3300").read(wrong), time).read();
      assertThat(sample.readings()).as(wrong).isEmpty();
    }
  }

  @Test
  void ofADs18b20() {
    var right = "e00100003fff10103f";
    for (var wrong : Checksums.withOneBitWrong(right).toList()) {
      var answers = List.of(right, wrong).iterator();
      var sensor = Ds18b20.open(new Changing(answers));
      assertThat(sensor.read().readings()).as(wrong).isEmpty();
    }
  }

  @Test
  void ofAPms5003() throws InterruptedException {
    var right = "424d001c000c001600190009001200150834025e0062000a00040000970002b9";
    for (var wrong : Checksums.withOneBitWrong(right).toList()) {
      var line = new RecordingLine(HexFormat.of().parseHex(right + wrong), time);
      Sensor sensor = Pms5003.open(line, time);
      time.sleep(Duration.ofMinutes(1));
      assertThat(sensor.read().readings()).as(wrong).isEmpty();
    }
  }

  @Test
  void ofTheWordsThatProveAChip() {
    for (var wrong : Checksums.withOneBitWrong(WORD + WORD).toList()) {
      var wires = new RecordingI2c().written("94").written("89").read(wrong);
      assertRefused(wrong, () -> Sht4x.open(wires, time));
    }
    for (var wrong : Checksums.withOneBitWrong(WORD).toList()) {
      var wires = new RecordingI2c().written("30a2").asked("f32d", wrong);
      assertRefused(wrong, () -> Sht3x.open(wires, time));
    }
    for (var wrong : Checksums.withOneBitWrong(WORD.repeat(3)).toList()) {
      var wires = new RecordingI2c().written("3f86").written("3682").read(wrong);
      assertRefused(wrong, () -> Scd41.open(wires, time));
    }
  }

  private static void assertRefused(String wrong, Sensor.Opening opening) {
    assertThat(catchThrowable(opening::open)).as(wrong).isInstanceOf(DeviceException.class);
  }

  /** Three bytes are one quantity; the others have nothing to do with the wrong bit. */
  private static void eachIsRefused(String right, Measuring measuring, List<Quantity> words)
      throws InterruptedException {
    assertThat(measuring.of(right).faults()).isEmpty();
    int bit = 0;
    for (var wrong : Checksums.withOneBitWrong(right).toList()) {
      var sample = measuring.of(wrong);
      assertThat(sample.value(words.get(bit++ / 24))).as(wrong).isEmpty();
      assertThat(sample.readings()).as(wrong).hasSize(words.size() - 1);
    }
  }

  private record Changing(Iterator<String> answers) implements OneWire {
    @Override
    public String name() {
      return "28-00";
    }

    @Override
    public byte[] convertAndRead() {
      return new RecordingOneWire(name(), answers.next()).convertAndRead();
    }
  }
}
