package org.fieldstation.station.deliver.lwm2m;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.fieldstation.station.keep.Notebook;
import org.junit.jupiter.api.Test;

/** Pauses between tries to register, as 1/x/17 to 1/x/20 want them. */
class RetryPlanTest {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private final Notebook kept = Notebook.loose();

  @Test
  void theBoundDoublesWithinASequenceAndBetweenTwoThereIsTheLongest() {
    var plan = plan(1);
    for (int failure = 0; failure < 500; failure++) {
      int place = failure % 5;
      var bound = place == 0 && failure > 0 ? LONGEST : FIRST.multipliedBy(1L << place);
      assertThat(plan.next()).as("pause %d", failure).isBetween(Duration.ZERO, bound);
    }
  }

  @Test
  void whatABootstrapServerSetCounts() {
    kept.put("/1/0/17", "2");
    kept.put("/1/0/18", "60");
    kept.put("/1/0/19", "3600");
    kept.put("/1/0/20", "3");
    var plan = plan(1);

    assertThat(plan.next()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(plan.next()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    for (int failure = 2; failure < 6; failure++) {
      assertThat(plan.exhausted()).isFalse();
      plan.next();
    }
    assertThat(plan.exhausted()).isTrue();
  }

  @Test
  void aStationNeverGivesUp() {
    var plan = plan(1);
    for (int failure = 0; failure < 100_000; failure++) {
      plan.next();
    }
    assertThat(plan.next()).isLessThanOrEqualTo(LONGEST);
  }

  @Test
  void aServerMayForbidToAskForAnotherAccount() {
    kept.put("/1/0/16", "false");
    var plan = plan(1);
    for (int failure = 0; failure < 100; failure++) {
      plan.next();
    }
    assertThat(plan.exhausted()).isFalse();
  }

  @Test
  void afterASuccessThePauseIsShortAgainAndTwoStationsDoNotComeBackTogether() {
    var plan = plan(1);
    for (int failure = 0; failure < 5; failure++) {
      plan.next();
    }
    plan.reset();
    assertThat(plan.next()).isLessThanOrEqualTo(FIRST);
    assertThat(plan(1).next()).isNotEqualTo(plan(2).next());
  }

  private RetryPlan plan(long seed) {
    var patience = new Patience(Duration.ofHours(1), FIRST, LONGEST, LONGEST, FIRST, LONGEST);
    return new RetryPlan(new ServerTerms(kept, patience), new SplittableRandom(seed));
  }
}
