package org.fieldstation.station.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OccupiedTest {
  private static final String HEAD =
      """
      [station]
      name = "a"
      data = "d"
      [board]
      profile = "raspberry-pi-4"
      """;

  @TempDir Path folder;

  @Test
  void aBoardNamesTheHardwareOfAllItsDevicesAndItsPinsByTheHeader() throws IOException {
    var settings =
        read(
            HEAD
                + """
                names = { mast = "i2c-3" }
                led = { at = "pin37" }
                gnss = { at = "uart" }
                clock-chip = { at = "i2c/0x68" }
                watchdog = { device = "/dev/watchdog0" }
                [[board.contact]]
                name = "lid"
                use = "tamper"
                at = "pin11"
                [[board.outlet]]
                name = "modem"
                at = "pin13"
                """
                + sensor("air", "bme280", "i2c/0x76")
                + sensor("top", "bme280", "mast/0x76"));

    var top = settings.sensors().get(1);
    assertThat(settings.hardware(top.hardware())).isEqualTo("linux");
    assertThat(settings.place(top.hardware(), top.at())).isEqualTo("i2c-3/0x76");
    var board = settings.board().orElseThrow();
    assertThat(board.contacts().getFirst().use()).isEqualTo(ContactSettings.Use.TAMPER);
    assertThat(board.board().place(board.contacts().getFirst().at())).isEqualTo("gpio17");
    assertThat(board.outlets().getFirst().name()).isEqualTo(OutletSettings.Powers.MODEM);
  }

  @Test
  void twoDevicesOnOnePinAreAnErrorWithBothLinesAndColumns() {
    var contact = "[[board.contact]]\nname = 'lid'\nuse = 'tamper'\nat = 'pin11'\n";

    assertThatThrownBy(() -> read(HEAD + contact + sensor("rain", "bucket", "gpio17")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("line 9, column 1")
        .hasMessageContaining("line 13, column 1")
        .hasMessageContaining("lid")
        .hasMessageContaining("rain")
        .hasMessageContaining("gpio17");
  }

  @Test
  void twoChipsAtOneAddressAreAnErrorWhateverTheyAreCalled() {
    assertThatThrownBy(() ->
            read(HEAD + sensor("a", "bme280", "i2c/0x76") + sensor("b", "bmp280", "i2c-1/0x76")))
        .hasMessageContaining("both at i2c-1/0x76");
  }

  @Test
  void inputsOfOneConverterShareItsAddressAndAnotherChipDoesNot() throws IOException {
    var vane = sensor("vane", "vane", "i2c/0x48/0");
    var soil =
        sensor("soil", "soil", "i2c/0x48/1") + "options = { dry-volts = 2.8, wet-volts = 1.2 }\n";

    assertThat(read(HEAD + vane + soil).sensors()).hasSize(2);
    assertThatThrownBy(() -> read(HEAD + vane + sensor("power", "ina219", "i2c/0x48")))
        .hasMessageContaining("both at i2c-1/0x48");
    assertThatThrownBy(() -> read(HEAD + vane + sensor("soil", "soil", "i2c/0x48/0")))
        .hasMessageContaining("both at i2c-1/0x48/0");
  }

  @Test
  void aPinThatABusNeedsIsTaken() {
    assertThatThrownBy(() ->
            read(HEAD + sensor("rain", "bucket", "pin3") + sensor("air", "bme280", "i2c/0x76")))
        .hasMessageContaining("gpio2, which i2c-1 needs");
    assertThatThrownBy(() ->
            read(HEAD + sensor("air", "bme280", "i2c/0x76") + sensor("rain", "bucket", "pin3")))
        .hasMessageContaining("both at gpio2");
  }

  @Test
  void theSameAddressOnAnotherBusIsAnotherPlace() throws IOException {
    assertThat(
            read(HEAD + sensor("a", "bme280", "i2c-1/0x76") + sensor("b", "bme280", "i2c-3/0x76"))
                .sensors())
        .hasSize(2);
  }

  @Test
  void aPlaceThatIsNoneAndABoardThatIsNoneAreSaid() {
    assertThatThrownBy(() -> read(HEAD + sensor("air", "bme280", "pin6")))
        .hasMessageContaining("air: \"pin6\" is no place on a board")
        .hasMessageContaining("line 9, column 1");
    assertThatThrownBy(() -> read(HEAD.replace("raspberry-pi-4", "raspberry-pi-6")))
        .hasMessageContaining("no board \"raspberry-pi-6\"")
        .hasMessageContaining("raspberry-pi-zero-2");
  }

  @Test
  void withoutABoardEachDeviceNamesItsHardwareAsBefore() throws IOException {
    var old = "[station]\nname = 'a'\ndata = 'd'\n";
    var two = sensor("a", "bme280", "i2c-1/0x76").replace("at =", "hardware = 'linux'\nat =");

    assertThat(read(old + two).sensors()).hasSize(1);
    assertThatThrownBy(() -> read(old + two + two.replace("'a'", "'b'")))
        .hasMessageContaining("both at i2c-1/0x76");
    assertThatThrownBy(() -> read(old + sensor("a", "bme280", "i2c-1/0x76")))
        .hasMessageContaining("[board]");
  }

  private static String sensor(String name, String chip, String at) {
    return "[[sensor]]\nname = '%s'\nchip = '%s'\nat = '%s'\n".formatted(name, chip, at);
  }

  private Settings read(String text) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("station.toml"), text)).settings();
  }
}
