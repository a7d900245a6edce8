package org.fieldstation.drivers.alsa;

import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.capture.PcmFormat;
import org.fieldstation.drivers.time.SystemTime;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The calls into libasound, on the card that ALSA itself invents: "null" records silence. With
 * -Dfieldstation.microphone=serial=… the last test records from a real one.
 */
final class AlsaSourceTest {
  private final SystemTime time = new SystemTime();
  private final Libasound alsa = load();

  private static Libasound load() {
    try {
      return Libasound.load();
    } catch (DeviceException absent) {
      return Assumptions.abort(absent.getMessage());
    }
  }

  private AlsaSource open(String pcm, int rate) {
    try {
      return AlsaSource.open(alsa, pcm, "alsa:" + pcm, rate, time);
    } catch (DeviceException e) {
      Assumptions.assumeFalse(e.code() == DeviceException.Code.ABSENT, "ALSA has no configuration");
      throw e;
    }
  }

  @Test
  void silenceIsRecordedAtTheRateThatWasAskedFor() {
    for (int rate : new int[] {8_000, 48_000, 192_000, 384_000}) {
      try (var source = open("null", rate);
          var arena = Arena.ofConfined()) {
        assertThat(source.rate()).isEqualTo(rate);
        assertThat(source.channels()).isEqualTo(1);
        assertThat(source.format()).isEqualTo(PcmFormat.S16);
        var frames = arena.allocate(JAVA_SHORT, 480);
        assertThat(source.read(frames)).isEqualTo(480);
      }
    }
  }

  @Test
  void readingFromTheLibraryAllocatesNothingOnceItIsCompiled() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (var source = open("null", 48_000);
        var arena = Arena.ofConfined()) {
      var frames = arena.allocate(JAVA_SHORT, 480);
      long heard = 0;
      for (int i = 0; i < 30_000; i++) {
        heard += source.read(frames);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        heard += source.read(frames);
      }
      // Less than a byte a read: nothing per read, whatever the compiler does meanwhile.
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
      assertThat(heard).isEqualTo(40_000 * 480);
    }
  }

  @Test
  void aCardThatIsNotThereIsAbsent() {
    assertThatThrownBy(() -> AlsaSource.open(alsa, "hw:CARD=Nobody,DEV=0", "it", 48_000, time))
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.code()).isEqualTo(DeviceException.Code.ABSENT))
        .hasMessage("it is not plugged in");
  }

  @Test
  void withoutTheLibraryOneIsToldWhatToInstall() {
    assertThatThrownBy(() -> Libasound.load("libasound.so.99"))
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.code()).isEqualTo(DeviceException.Code.ABSENT))
        .hasMessageContaining("apt install libasound2");
  }

  @Test
  void aRealMicrophoneGivesFramesAtItsRate() {
    var choice = System.getProperty("fieldstation.microphone", "");
    Assumptions.assumeFalse(choice.isEmpty(), "no -Dfieldstation.microphone=serial=… was given");
    try (var source = AlsaSource.open(choice, 0, time);
        var arena = Arena.ofConfined()) {
      var frames = arena.allocate((long) source.rate() * source.frameBytes() / 10);
      int heard = 0;
      for (int i = 0; i < 20; i++) {
        heard += source.read(frames);
      }
      assertThat(heard).isGreaterThan(source.rate());
    }
  }
}
