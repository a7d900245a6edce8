package org.fieldstation.sim.central;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.wire.Wire;
import org.fieldstation.station.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one line of work that writes: opens a parcel, stores it, and only then sends the receipt.
 * Nothing a station sends can stop it.
 */
final class Clerk implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Clerk.class);
  private static final int DESK = 256;
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final CentralStore store;
  private final Receipts receipts;
  private final ThreadPoolExecutor desk =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(DESK),
          Thread.ofPlatform().daemon().name("clerk").factory());

  Clerk(CentralStore store, Receipts receipts) {
    this.store = store;
    this.receipts = receipts;
  }

  /** Puts a parcel on the desk and returns at once. With a full desk it is dropped: no receipt. */
  void take(String station, byte[] bytes) {
    try {
      desk.execute(() -> file(station, bytes));
    } catch (RejectedExecutionException e) {
      log.warn("a parcel of {} had no place on the desk", station);
    }
  }

  private void file(String station, byte[] bytes) {
    try {
      var parcel = open(station, bytes);
      receipts.send(station, store.add(parcel));
    } catch (WireException e) {
      log.info("a parcel of {} was thrown away: {}", station, printable(e));
    } catch (RuntimeException e) {
      log.warn("a parcel of {} was not stored", station, e);
    }
  }

  private static Parcel open(String station, byte[] bytes) {
    var parcel = Wire.decode(bytes);
    if (!parcel.station().equals(station)) {
      throw new WireException("it is under another station's name");
    }
    return parcel;
  }

  /** What a stranger's bytes put into a message must not write log lines of its own. */
  private static String printable(WireException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?");
  }

  @Override
  public void close() {
    desk.shutdown();
    try {
      if (!desk.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
        desk.shutdownNow();
      }
    } catch (InterruptedException e) {
      desk.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
