package org.fieldstation.station.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

/** Four frames a second of 100 bytes each. */
class ReelTest {
  private static final ClipRule RULE =
      new ClipRule(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), 1_000_000);

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));

  @Test
  void aClipBeginsBeforeItsEventAlsoWhenTheEventIsKnownOnlyAfterwards() throws Exception {
    var reel = new Reel(RULE, time);
    var event = turn(reel, 10);
    turn(reel, 2);
    assertThat(reel.cut(event)).isTrue();
    turn(reel, 2);

    var clip = next(reel);
    assertThat(clip.whole()).isTrue();
    assertThat(clip.event()).isEqualTo(event);
    assertThat(seconds(clip, clip.frames().getFirst())).isEqualTo(-2);
    assertThat(seconds(clip, clip.frames().getLast())).isEqualTo(3);
    assertThat(clip.frames()).hasSize(21);
    assertThat(clip.period()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void whileOneClipIsMadeAnotherIsRefused() throws Exception {
    var reel = new Reel(RULE, time);
    var event = turn(reel, 5);
    assertThat(reel.cut(event)).isTrue();
    assertThat(reel.cut(turn(reel, 1))).isFalse();
    turn(reel, 5);
    assertThat(next(reel).event()).isEqualTo(event);
    assertThat(reel.cut(turn(reel, 1))).isTrue();
  }

  @Test
  void noMoreMemoryIsTakenThanAllowedAndAClipIsThenShorter() throws Exception {
    var reel = new Reel(new ClipRule(RULE.before(), RULE.after(), RULE.late(), 1_500), time);
    var event = turn(reel, 10);
    reel.cut(event);
    turn(reel, 3);

    var clip = next(reel);
    assertThat(clip.whole()).isFalse();
    assertThat(clip.frames()).hasSize(16);
    assertThat(seconds(clip, clip.frames().getFirst())).isEqualTo(-2);
  }

  @Test
  void whenTheCameraGoesAwayWhatWasSeenIsTheClipAndNothingOfItIsInTheNext() throws Exception {
    var reel = new Reel(RULE, time);
    reel.cut(turn(reel, 5));
    turn(reel, 1);
    reel.tear();
    assertThat(next(reel).whole()).isFalse();

    var later = turn(reel, 1);
    reel.cut(later);
    turn(reel, 4);
    assertThat(next(reel).frames()).hasSize(4 + 12);
  }

  /** Returns when the last frame was taken. */
  private Moment turn(Reel reel, int seconds) throws InterruptedException {
    var last = time.now();
    for (int i = 0; i < 4 * seconds; i++) {
      time.sleep(Duration.ofMillis(250));
      last = time.now();
      reel.put(new Frame(i, last, "image/jpeg", new byte[100]));
    }
    return last;
  }

  private static Clip next(Reel reel) {
    return reel.clips().limit(1).toList().getFirst();
  }

  private static double seconds(Clip clip, Frame frame) {
    return frame.taken().uptime().minus(clip.event().uptime()).toMillis() / 1e3;
  }
}
