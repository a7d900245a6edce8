package org.fieldstation.drivers.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fieldstation.drivers.BoardState.Throttle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardFilesTest {
  @TempDir Path root;

  @Test
  void aRaspberryPiTellsHowHotItIsAndWhatItsFirmwareHeldBack() throws IOException {
    file("sys/class/thermal/thermal_zone0/type", "cpu-thermal\n");
    file("sys/class/thermal/thermal_zone0/temp", "61322\n");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "50005\n");

    var state = BoardFiles.state(root);

    assertThat(state.celsius()).hasValue(61.322);
    assertThat(state.now()).containsExactlyInAnyOrder(Throttle.UNDER_VOLTAGE, Throttle.THROTTLED);
    assertThat(state.sinceBoot())
        .containsExactlyInAnyOrder(Throttle.UNDER_VOLTAGE, Throttle.THROTTLED);
  }

  @Test
  void whatOnceWasAndIsNoMoreIsToldApart() throws IOException {
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "10000\n");

    assertThat(BoardFiles.state(root).now()).isEmpty();
    assertThat(BoardFiles.state(root).sinceBoot()).containsExactly(Throttle.UNDER_VOLTAGE);
  }

  @Test
  void aComputerThatSaysNothingOrNonsenseIsNeitherHotNorHungry() throws IOException {
    assertThat(BoardFiles.state(root).celsius()).isEmpty();

    file("sys/class/thermal/thermal_zone0/type", "cpu-thermal\n");
    file("sys/class/thermal/thermal_zone0/temp", "warm\n");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "yes\n");

    assertThat(BoardFiles.state(root).celsius()).isEmpty();
    assertThat(BoardFiles.state(root).now()).isEmpty();
  }

  private void file(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
