package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.station.listen.Tones.chopped;

import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.drivers.Sound;
import org.junit.jupiter.api.Test;

/** A window that spans lost sound shows the model a sound that never was. */
class WindowsTest {
  private static final int RATE = 1000;

  @Test
  void windowsFollowEachOtherByTheHopHoweverTheSoundIsChopped() {
    for (int hop : new int[] {1000, 700, 250, 1, 1700}) {
      var windows = windows(ramp(0, 12_345), 1000, hop, LastWindow.DROPPED);
      assertThat(windows).hasSize(1 + (12_345 - 1000) / hop);
      for (int i = 0; i < windows.size(); i++) {
        assertThat(windows.get(i).position()).isEqualTo((long) i * hop);
        assertThat(windows.get(i).samples()).isEqualTo(ramp((long) i * hop, 1000));
      }
    }
  }

  @Test
  void noWindowSpansLostSound() {
    var sounds = Stream.concat(sounds(0, 2500), sounds(4321, 2500));
    var windows = sounds.gather(Windows.of(1000, 500, LastWindow.DROPPED)).toList();
    assertThat(windows)
        .extracting(Window::position)
        .containsExactly(0L, 500L, 1000L, 1500L, 4321L, 4821L, 5321L, 5821L);
    assertThat(windows.get(4).samples()).isEqualTo(ramp(4321, 1000));
  }

  @Test
  void theRestOfARecordingIsFilledUpWhenItIsWorthIt() {
    assertThat(windows(ramp(0, 2500), 1000, 1000, LastWindow.FILLED_UP)).hasSize(3);
    assertThat(windows(ramp(0, 2499), 1000, 1000, LastWindow.FILLED_UP)).hasSize(2);
    assertThat(windows(ramp(0, 2500), 1000, 1000, LastWindow.DROPPED)).hasSize(2);
    assertThat(windows(ramp(0, 2000), 1000, 500, LastWindow.FILLED_UP)).hasSize(3);
  }

  @Test
  void aRecordingShorterThanAWindowIsHeardOnce() {
    var windows = windows(ramp(0, 3), 1000, 1000, LastWindow.FILLED_UP);
    assertThat(windows).hasSize(1);
    assertThat(windows.getFirst().samples()).hasSize(1000).startsWith(ramp(0, 3)).endsWith(0f, 0f);
    assertThat(windows(new float[0], 1000, 1000, LastWindow.FILLED_UP)).isEmpty();
  }

  @Test
  void aWindowKeepsItsSamplesWhenTheNextOneComes() {
    var windows = windows(ramp(0, 3000), 1000, 100, LastWindow.DROPPED);
    assertThat(windows.getFirst().samples()).isEqualTo(ramp(0, 1000));
  }

  private static List<Window> windows(float[] samples, int length, int hop, LastWindow last) {
    return sounds(0, samples.length).gather(Windows.of(length, hop, last)).toList();
  }

  private static Stream<Sound> sounds(long position, int length) {
    return chopped(i -> i, position, length, RATE).stream();
  }

  private static float[] ramp(long from, int length) {
    return Tones.samples(i -> i, from, length);
  }
}
