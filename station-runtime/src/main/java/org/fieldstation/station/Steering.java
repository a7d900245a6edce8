package org.fieldstation.station;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whoever runs a station waits here until it is to end, or to begin anew. */
public final class Steering {
  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicBoolean again = new AtomicBoolean();

  /** The station is to end. */
  public void stop() {
    told.countDown();
  }

  /** The station is to end and to begin anew, with its configuration as it is on the disk then. */
  public void restart(String why) {
    again.set(true);
    told.countDown();
  }

  /** Waits, at most so long. Returns whether somebody said something. */
  public boolean await(Duration atMost) throws InterruptedException {
    return told.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether it is to begin anew. */
  public boolean again() {
    return again.get();
  }
}
