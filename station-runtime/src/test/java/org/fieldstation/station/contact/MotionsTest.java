package org.fieldstation.station.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class MotionsTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));
  private final List<String> stuck = new ArrayList<>();
  private final Motions motions = new Motions(time, stuck::add);

  @Test
  void whatWasFeltBetweenTwoQuestionsIsNotForgotten() {
    assertThat(motions.felt()).isFalse();
    change("east", true);
    change("east", false);
    assertThat(motions.felt()).isTrue();
    assertThat(motions.felt()).isFalse();
  }

  @Test
  void aBodyThatStaysIsFeltAsLongAsItDoes() throws InterruptedException {
    change("east", true);
    time.sleep(Duration.ofMinutes(5));
    assertThat(motions.felt()).isTrue();
    change("east", false);
    assertThat(motions.felt()).isFalse();
  }

  @Test
  void aDetectorThatNeverLetsGoIsToldOfAndTheOthersAreStillBelieved() throws InterruptedException {
    change("east", true);
    motions.felt();
    time.sleep(Duration.ofMinutes(11));
    assertThat(motions.felt()).isFalse();
    assertThat(stuck).containsExactly("east");

    change("west", true);
    assertThat(motions.felt()).isTrue();
    change("east", false);
    change("east", true);
    change("west", false);
    assertThat(motions.felt()).isTrue();
  }

  private void change(String detector, boolean active) {
    motions.take(detector, new Change(active, time.nanos()));
  }
}
