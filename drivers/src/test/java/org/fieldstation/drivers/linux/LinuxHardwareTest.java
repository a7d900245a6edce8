package org.fieldstation.drivers.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ServiceLoader;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.recording.Wav;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician may write for a microphone. */
final class LinuxHardwareTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-05-01T04:00:00Z"));
  private final LinuxHardware hardware = new LinuxHardware();

  @TempDir private Path folder;

  @Test
  void itIsFoundByItsName() {
    assertThat(ServiceLoader.load(Hardware.class)).extracting(Hardware::name).contains("linux");
  }

  @Test
  void aRecordingIsPlayedInRealTimeOverAndOver() throws InterruptedException {
    var file = Wav.s16(1, 1_000, new short[100]).write(folder.resolve("a.wav"));
    try (var microphone = hardware.openMicrophone("file:" + file, 1_000, time)) {
      for (int i = 0; i < 30; i++) {
        assertThat(microphone.read()).isPresent();
      }
    }
    assertThat(time.nanos()).isEqualTo(3_000_000_000L);
  }

  @Test
  void oneChannelOfARecordingCanBeChosen() throws InterruptedException {
    var file = Wav.s16(2, 1_000, (short) 0, (short) 16_384).write(folder.resolve("a;b.wav"));
    try (var microphone = hardware.openMicrophone("file:" + file + ";channel=1", 0, time)) {
      assertThat(microphone.read().orElseThrow().samples()).containsExactly(0.5f);
    }
  }

  @Test
  void aRecordingIsNotTakenForAnotherRate() {
    var file = Wav.s16(1, 1_000, new short[100]).write(folder.resolve("a.wav"));
    unsupported("file:" + file, 48_000, "recorded at 1000 Hz, not at 48000 Hz");
  }

  @Test
  void wordsThatSayNothingAreAnsweredWithThoseThatWould() {
    unsupported("hw:0", 0, "write alsa:… or file:…");
    unsupported("file:x;channel=left", 0, "count them from 0");
  }

  private void unsupported(String device, int rate, String message) {
    assertThatThrownBy(() -> hardware.openMicrophone(device, rate, time))
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.code()).isEqualTo(DeviceException.Code.UNSUPPORTED))
        .hasMessageContaining(message);
  }
}
