package org.fieldstation.drivers.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings played to a station that takes them for a microphone. */
final class RecordedMicrophoneTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-05-01T04:00:00Z"));

  @TempDir private Path folder;

  private Path seconds(String name, int rate, double seconds) {
    return Wav.s16(1, rate, new short[(int) (rate * seconds)]).write(folder.resolve(name));
  }

  @Test
  void aFileIsHeardInBlocksAndThenEnds() {
    var file = seconds("a.wav", 1_000, 0.25);
    try (var it = RecordedMicrophone.open(file, Playing.FAST, time)) {
      assertThat(it.sounds().map(sound -> sound.samples().length)).containsExactly(100, 100, 50);
      assertThat(it.counts().captured()).isEqualTo(250);
    }
  }

  @Test
  void aFolderIsHeardInOrderOfNameAndEachSoundKeepsItsRate() {
    seconds("b.WAV", 2_000, 0.1);
    seconds("a.wav", 1_000, 0.1);
    seconds("._c.wav", 1_000, 0.1);
    try (var it = RecordedMicrophone.open(folder, Playing.FAST, time)) {
      var sounds = it.sounds().toList();
      assertThat(sounds).extracting(Sound::rate).containsExactly(1_000, 2_000);
      assertThat(sounds)
          .extracting(Sound::position)
          .containsExactly(0L, 200L); // a tenth of a second, at each rate
    }
  }

  @Test
  void inRealTimeABlockComesWhenItHasBeenHeard() throws InterruptedException {
    var file = seconds("a.wav", 1_000, 1);
    try (var it = RecordedMicrophone.open(file, Playing.REAL_TIME, time)) {
      it.read();
      assertThat(time.nanos()).isEqualTo(100_000_000);
      time.sleep(Duration.ofMillis(350)); // a slow listener catches up
      it.read();
      it.read();
      it.read();
      assertThat(time.nanos()).isEqualTo(450_000_000);
      it.read();
      assertThat(time.nanos()).isEqualTo(500_000_000);
    }
  }

  @Test
  void aLoopBeginsAgainAndPositionsGoOn() {
    var file = seconds("a.wav", 1_000, 0.1);
    try (var it = RecordedMicrophone.open(file, Playing.FAST.looping(), time)) {
      assertThat(it.sounds().limit(3).map(Sound::position)).containsExactly(0L, 100L, 200L);
    }
  }

  @Test
  void aDamagedFileInAFolderIsLeftOutAndCounted() throws Exception {
    Files.writeString(folder.resolve("a.wav"), "not sound at all");
    seconds("b.wav", 1_000, 0.1);
    try (var it = RecordedMicrophone.open(folder, Playing.FAST.looping(), time)) {
      assertThat(it.sounds().limit(3)).hasSize(3);
      assertThat(it.skipped()).isEqualTo(1);
    }
  }

  @Test
  void aDamagedFileAskedForByNameIsAnError() throws Exception {
    var file = Files.writeString(folder.resolve("a.wav"), "not sound at all");
    assertThatThrownBy(() -> RecordedMicrophone.open(file, Playing.FAST, time))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("is not WAV, FLAC or Ogg Vorbis");
  }

  @Test
  void aLoopOfNothingDoesNotRunForEver() {
    var file = seconds("a.wav", 1_000, 0);
    try (var it = RecordedMicrophone.open(file, Playing.FAST.looping(), time)) {
      assertThatThrownBy(it::read)
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("contains no sound");
    }
  }

  @Test
  void aReaderThatWaitsIsToldThatTheMicrophoneWasClosed() throws InterruptedException {
    var file = seconds("a.wav", 1_000, 1);
    var it = RecordedMicrophone.open(file, Playing.REAL_TIME, time);
    var closer =
        time.start(
            "closer",
            () -> {
              time.sleep(Duration.ofMillis(30));
              it.close();
            });
    assertThatThrownBy(it::read)
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.code()).isEqualTo(DeviceException.Code.CLOSED));
    assertThat(time.nanos()).isEqualTo(30_000_000);
    closer.join();
  }
}
