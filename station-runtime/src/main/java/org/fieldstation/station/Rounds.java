package org.fieldstation.station;

import java.time.Duration;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.ota.update.Pause;

/** When an update is gone on with: when somebody rings, or after a while that depends. */
final class Rounds {
  /** Each second in which a release on trial does not record is lost. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofSeconds(30);
  private static final Duration LINK = Duration.ofMinutes(2);

  private final Signal bell;
  private final Runnable again;
  private final Runnable progress;
  private Duration pause = Duration.ZERO;

  /**
   * @param again ends this process, to be started again
   */
  Rounds(Signal bell, Runnable again, Runnable progress) {
    this.bell = bell;
    this.again = again;
    this.progress = progress;
  }

  /** Rounds until the line of work is stopped. */
  Stream<Integer> rounds() {
    return Stream.iterate(0, _ -> true, round -> round + 1).takeWhile(_ -> rested());
  }

  private boolean rested() {
    try {
      if (!pause.isZero()) {
        bell.await(pause);
      }
      return !Thread.currentThread().isInterrupted();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What comes after a round that ended so. */
  void after(Pause paused) {
    progress.run();
    pause =
        switch (paused) {
          case PROOF -> AT_ONCE;
          case EAR -> SOON;
          case CHOICE, LEAVE -> LATER;
          case LINK -> LINK;
          case RESTART -> {
            again.run();
            yield LATER; // this process is ending
          }
        };
  }
}
