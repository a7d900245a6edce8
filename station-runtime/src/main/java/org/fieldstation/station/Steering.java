package org.fieldstation.station;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whoever runs a station waits here until somebody wants it to end, and how. */
public final class Steering {
  private final CompletableFuture<End> end = new CompletableFuture<>();

  /** How a station ends. */
  public enum End {
    /** By a signal. */
    STOPPED,
    /** Nobody said anything for as long as it was to run. */
    TIME_IS_UP,
    /** To begin anew in this process, with the configuration as it is on the disk then. */
    ANEW,
    /** So that the launcher starts another release. */
    ANOTHER_RELEASE
  }

  /** The station is to end. The first to say so says how. */
  public void end(End how) {
    end.complete(how);
  }

  /** Waits, at most so long. */
  public End await(Duration atMost) throws InterruptedException {
    try {
      return end.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return End.TIME_IS_UP;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an end never fails", e);
    }
  }
}
