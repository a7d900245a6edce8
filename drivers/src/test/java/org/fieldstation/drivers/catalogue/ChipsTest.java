package org.fieldstation.drivers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.RecordingWiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ChipsTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingWiring wiring = new RecordingWiring();

  @Test
  void everyNameIsThereOnce() {
    assertThat(Chips.ALL).extracting(Kind::name).doesNotHaveDuplicates().hasSizeGreaterThan(20);
  }

  static java.util.List<Kind> all() {
    return Chips.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyChipNamesAPlaceWhereItCanBe(Kind kind) {
    assertThat(Place.parse(kind.usualPlace())).isNotNull();
    assertThat(kind.quantities()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bme680, i2c-1/0x76, no driver for \"bme680\"",
    "bme280, gpio17, cannot be there; a place like i2c-1/0x76 is one",
    "bme280, i2c-1/118, is no place on a board",
    "bucket, i2c-1/0x76, cannot be there; a place like gpio17 is one",
    "bucket, gpio17, has no folder",
    "soil, i2c-1/0x48/1, must be told its \"dry-volts\""
  })
  void nonsenseIsRefusedInWordsThatHelp(String chip, String at, String words) {
    assertThatThrownBy(() -> Chips.open(new Mounting(chip, at), wiring, time))
        .isInstanceOfSatisfying(
            DeviceException.class, it -> assertThat(it.code()).isEqualTo(Code.UNSUPPORTED))
        .hasMessageContaining(words);
  }

  @Test
  void anOptionTheChipDoesNotKnowIsAnError() {
    var mounting = new Mounting("bme280", "i2c-1/0x76", Map.of("shunt-ohm", 0.1), null);
    assertThatThrownBy(() -> Chips.open(mounting, wiring, time))
        .hasMessageContaining("has no option \"shunt-ohm\"");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "-1", "99"})
  void anOptionOutOfItsRangeIsAnError(double ohm) {
    var mounting = new Mounting("ina219", "i2c-1/0x40", Map.of("shunt-ohm", ohm), null);
    assertThatThrownBy(() -> Chips.open(mounting, wiring, time)).hasMessageContaining("shunt-ohm");
  }

  @Test
  void aChipThatIsAnotherOneIsRefused() {
    wiring.i2c().asked("d0", "58").asked("d0", "58").written("e0 b6").asked("f3", "00");
    wiring.i2c().asked("f3", "00");
    var from88 = "706b 4367 18fc 7d8e 43d6 d00b 270b 8c00 f9ff 8c3c f8c6 7017 00 4b";
    wiring.i2c().asked("88", from88).asked("88", from88).written("f500");
    wiring.i2c().asked("d0", "58").asked("d0", "58");
    assertThatThrownBy(() -> Chips.open(new Mounting("bme280", "i2c-1/0x76"), wiring, time))
        .hasMessageContaining("no bme280 there, but a bmp280");
  }

  @Test
  void aBitThatChangedOnTheWayIsReadAgain() throws InterruptedException {
    var wires = wiring.i2c().asked("07", "8100").asked("07", "8101").asked("07", "8100");
    wires.asked("07", "8100").asked("07", "8100").asked("07", "8100");
    var sensor = Chips.open(new Mounting("veml7700", "i2c-1/0x10"), wiring, time);
    assertThat(sensor.quantities()).containsExactly(Quantity.ILLUMINANCE);
    wires.assertDone();
  }

  @Test
  void aRegisterThatNeverReadsTheSameTwiceIsDamaged() {
    wiring.i2c().asked("07", "8100").asked("07", "8101").asked("07", "8103").asked("07", "8100");
    assertThatThrownBy(() -> Chips.open(new Mounting("veml7700", "i2c-1/0x10"), wiring, time))
        .isInstanceOfSatisfying(
            DeviceException.class, it -> assertThat(it.code()).isEqualTo(Code.DAMAGED))
        .hasMessageContaining("register 0x07");
  }

  @Test
  void aBucketCountsWhereItStopped(@TempDir Path keep) throws InterruptedException {
    var mounting = new Mounting("bucket", "gpio17", Map.of("millimetres-per-tip", 0.5), keep);
    var before = Chips.open(mounting, wiring, time);
    wiring.edges().edge(1_000_000_000);
    wiring.edges().edge(2_000_000_000);
    assertThat(before.read().value(Quantity.RAIN)).hasValue(1.0);
    var after = Chips.open(mounting, wiring, time);
    wiring.edges().edge(3_000_000_000L);
    assertThat(after.read().value(Quantity.RAIN)).hasValue(1.5);
  }
}
