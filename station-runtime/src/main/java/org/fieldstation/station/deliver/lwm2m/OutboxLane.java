package org.fieldstation.station.deliver.lwm2m;

import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * The counter of one lane: here lies the parcel being offered, and here the server puts its
 * receipt. It outlives every registration. Used by the line that delivers and by Leshan's threads.
 */
final class OutboxLane {
  private final Lane lane;
  private final Written written;
  private final Pull pull;
  private final Runnable news;
  private byte @Nullable [] parcel;
  private @Nullable Receipt best;
  private @Nullable String refusal;
  private int offered;

  OutboxLane(Lane lane, Written written, Pull pull, Runnable news) {
    this.lane = lane;
    this.written = written;
    this.pull = pull;
    this.news = news;
  }

  Lane lane() {
    return lane;
  }

  String epoch() {
    return written.epoch();
  }

  long last() {
    return written.last(lane);
  }

  /**
   * Puts a parcel on the counter. Receipts from before no longer count, unless other parcels lie
   * there still: theirs may be among them.
   */
  synchronized void offer(byte[] bytes) {
    parcel = bytes;
    if (offered++ == 0) {
      best = null;
      refusal = null;
    }
  }

  /** Takes one of the parcels off the counter. */
  synchronized void withdraw() {
    if (--offered == 0) {
      parcel = null;
    }
  }

  /** The latest parcel on the counter. */
  synchronized byte @Nullable [] parcel() {
    return parcel;
  }

  /** What a server gets that reads: what follows its receipt, whether or not it was ever sent. */
  byte @Nullable [] read() {
    return pull.next(lane).map(Wire::encode).orElseGet(this::parcel);
  }

  /** The receipt that says most since there are parcels on the counter. */
  synchronized @Nullable Receipt best() {
    return best;
  }

  /** Why the latest receipt since then was not believed. */
  synchronized @Nullable String refusal() {
    return refusal;
  }

  /**
   * Takes a receipt, "epoch:number".
   *
   * @return null when it is believed, else why not: a server that acknowledges what it was never
   *     sent must not make the station forget
   */
  @Nullable String accept(String text) {
    String objection = objection(text);
    var said = objection == null ? new Receipt(epoch(), lane, number(text)) : null;
    if (said != null) {
      pull.receive(said); // before the answer, so that the next Read goes on from here
    }
    synchronized (this) {
      refusal = objection;
      if (said != null) {
        best = best == null || best.upTo() < said.upTo() ? said : best;
      }
    }
    news.run();
    return objection;
  }

  private @Nullable String objection(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || !text.substring(colon + 1).matches("[0-9]{1,18}")) {
      return "not a receipt";
    }
    if (!text.substring(0, colon).equals(epoch())) {
      return "a receipt for another epoch";
    }
    return number(text) > last() ? "a receipt for what was never written" : null;
  }

  private static long number(String text) {
    return Long.parseLong(text.substring(text.lastIndexOf(':') + 1));
  }
}
