package org.fieldstation.sim.central;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A desk behind the counter: parcels wait there for the one who works at it, and nobody who puts
 * one down waits. A full desk refuses; the station then has no receipt and sends again.
 */
public final class Desk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Desk.class);
  private static final int PLACES = 256;
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final ThreadPoolExecutor worker;

  /** Opens a desk, whose worker has that name. */
  public Desk(String name) {
    worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(PLACES),
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Has that done in its turn, or drops it and says so. Returns whether it will be done. */
  public boolean put(String station, Runnable work) {
    try {
      worker.execute(work);
      return true;
    } catch (RejectedExecutionException e) {
      log.warn("a parcel of {} had no place on the desk", station);
      return false;
    }
  }

  /** Lets the worker finish what lies there, for a while. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
