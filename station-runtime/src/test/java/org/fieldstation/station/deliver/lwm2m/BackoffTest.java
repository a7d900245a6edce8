package org.fieldstation.station.deliver.lwm2m;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Test
  void theBoundDoublesUpToTheLongestAndStaysThere() {
    var backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));
    for (int failure = 0; failure < 200; failure++) {
      var bound = failure < 7 ? FIRST.multipliedBy(1L << failure) : LONGEST;
      assertThat(backoff.next()).isBetween(Duration.ZERO, bound);
    }
  }

  @Test
  void afterASuccessThePauseIsShortAgain() {
    var backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));
    for (int failure = 0; failure < 20; failure++) {
      backoff.next();
    }
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(FIRST);
  }

  @Test
  void twoStationsDoNotComeBackTogether() {
    var one = new Backoff(FIRST, LONGEST, new SplittableRandom(1));
    var other = new Backoff(FIRST, LONGEST, new SplittableRandom(2));
    assertThat(one.next()).isNotEqualTo(other.next());
  }
}
