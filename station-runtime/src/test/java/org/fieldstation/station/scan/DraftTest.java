package org.fieldstation.station.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fieldstation.station.settings.SensorSettings;
import org.fieldstation.station.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
  @TempDir Path folder;

  @Test
  void whatWasFoundIsAConfigurationThatAStationStartsWith() throws IOException {
    var text =
        new Draft(
                "raspberry-pi-5",
                List.of(
                    new Found.SoundCard("alsa:serial=2489", "AudioMoth\nUSB"),
                    new Found.SoundCard("alsa:port=1-1.2", "another"),
                    new Found.Chip("bme280", "i2c-1/0x76", true),
                    new Found.Chip("sht4x", "i2c-1/0x44", true),
                    new Found.Chip("bh1750", "i2c-1/0x23", false),
                    new Found.Clock("i2c-1/0x68"),
                    new Found.Receiver("/dev/serial0", OptionalInt.of(38_400))))
            .text();

    var settings =
        SettingsFile.read(Files.writeString(folder.resolve("station.toml"), text)).settings();

    assertThat(settings.sensors())
        .extracting(SensorSettings::name)
        .containsExactly("air", "air-2", "light");
    assertThat(settings.microphones().getFirst().device()).isEqualTo("alsa:serial=2489");
    assertThat(settings.hardware(settings.microphones().getFirst().hardware())).isEqualTo("linux");
    var board = settings.board().orElseThrow();
    assertThat(board.clockChip().orElseThrow().at()).isEqualTo("i2c-1/0x68");
    assertThat(board.gnss().orElseThrow().baud()).isEqualTo(Optional.of(38_400));
    assertThat(text).contains("it cannot prove what it is");
  }

  @Test
  void everyCandidateIsAChipThatTheCatalogueKnowsAndThoseWithAProofComeFirst() {
    for (int address : Candidates.addresses()) {
      var chips = Candidates.at(address);
      assertThat(chips).isNotEmpty();
      chips.forEach(
          it -> assertThat(org.fieldstation.drivers.catalogue.Chips.kind(it).name()).isEqualTo(it));
      for (int i = 1; i < chips.size(); i++) {
        assertThat(Candidates.prove(chips.get(i)) && !Candidates.prove(chips.get(i - 1)))
            .as("%s before %s", chips.get(i - 1), chips.get(i))
            .isFalse();
      }
    }
  }

  @Test
  void aSerialLineIsCalledByTheNameThatLastsLongest() throws IOException {
    Files.createDirectories(folder.resolve("dev/serial/by-id"));
    Files.createFile(folder.resolve("dev/ttyACM0"));
    Files.createFile(folder.resolve("dev/ttyAMA0"));
    Files.createFile(folder.resolve("dev/i2c-1"));
    Files.createFile(folder.resolve("dev/i2c-20"));
    Files.createSymbolicLink(
        folder.resolve("dev/serial/by-id/usb-u-blox-if00"), folder.resolve("dev/ttyACM0"));
    Files.createSymbolicLink(folder.resolve("dev/serial0"), folder.resolve("dev/ttyAMA0"));

    var ports = new Ports(folder);

    assertThat(ports.lines()).containsExactly("/dev/serial/by-id/usb-u-blox-if00", "/dev/serial0");
    assertThat(ports.buses()).containsExactly(1, 20);
    assertThat(new Ports(folder.resolve("nothing")).lines()).isEmpty();
  }
}
