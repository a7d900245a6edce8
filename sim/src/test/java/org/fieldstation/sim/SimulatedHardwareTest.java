package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.catalogue.Kind;
import org.fieldstation.drivers.gnss.GnssReceiver;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SimulatedHardwareTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T08:00:00Z"));
  private final SimulatedHardware hardware = new SimulatedHardware();
  @TempDir Path keep;

  static List<Kind> all() {
    return Chips.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatAConfigurationNamesIsThere(Kind kind) throws InterruptedException {
    Map<String, Double> options =
        kind.name().equals("soil") ? Map.of("dry-volts", 2.5, "wet-volts", 1.0) : Map.of();
    var mounting = new Mounting(kind.name(), kind.usualPlace(), options, keep);
    var sensor = hardware.openSensor(mounting, time);
    assertThat(sensor.quantities()).isEqualTo(kind.quantities());
    time.sleep(Duration.ofMinutes(1));
    assertThat(sensor.read().faults()).isEmpty();
  }

  @Test
  void anotherChipInTheSamePlaceTakesThePlaceOfTheFirst() throws InterruptedException {
    hardware.openSensor(new Mounting("bme280", "i2c-1/0x76"), time);
    var after = hardware.openSensor(new Mounting("bmp280", "i2c-1/0x76"), time);
    assertThat(after.name()).isEqualTo("bmp280 at i2c-1/0x76");
  }

  @Test
  void aChipThereIsNoDriverForIsRefused() {
    assertThatThrownBy(() -> hardware.openSensor(new Mounting("bme680", "i2c-1/0x76"), time))
        .isInstanceOfSatisfying(
            DeviceException.class,
            it -> assertThat(it.code()).isEqualTo(DeviceException.Code.UNSUPPORTED));
  }

  @Test
  void theBoardKnowsWhereItIsAndWhatTimeItIs() throws InterruptedException {
    var line = hardware.wiring(time).serial(new Place.Serial("/dev/ttyGNSS"), 9_600);
    var receiver = GnssReceiver.open(line, time, Instant.parse("2026-01-01T00:00:00Z"));
    var position = receiver.read();
    for (int i = 0; i < 10 && position.time().isEmpty(); i++) {
      position = receiver.read();
    }
    var fix = position.fix().orElseThrow();
    assertThat(fix.latitude()).isCloseTo(24.545, within(1e-4));
    assertThat(fix.longitude()).isCloseTo(101.029, within(1e-4));
    assertThat(position.refused()).isZero();
    assertThat(position.time()).isPresent();
  }
}
