package org.fieldstation.station.deliver;

import java.util.concurrent.atomic.AtomicInteger;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;

/**
 * How large parcels are, in bytes as sent: larger while all goes well, because a day's backlog
 * packs better in one piece, and half of it after each failure, because then less is repeated.
 */
final class ParcelSize {
  private static final int FIRST = 4_000;

  /** What servers with a library's default limit of 8192 take, with the Send's own bytes. */
  private static final int MOST = 7_000;

  private static final int LEAST = 1_000;
  private static final int MOST_ITEMS = 2_000;
  private static final int FEW_ITEMS = 100;

  private final AtomicInteger limit = new AtomicInteger(FIRST);

  /** An alert must not wait for a long parcel of its own lane. */
  static int mostItems(Lane lane) {
    return lane == Lane.DATA ? MOST_ITEMS : FEW_ITEMS;
  }

  /**
   * As much of the parcel, from its beginning, as fits, and no more than so many bytes; one item at
   * least.
   */
  Parcel fit(Parcel parcel, int atMost) {
    int most = Math.min(limit.get(), atMost);
    var items = Wire.prefix(parcel.items());
    while (true) {
      var tried = new Parcel(parcel.station(), parcel.epoch(), parcel.lane(), items);
      int bytes = items.size() == 1 ? 0 : Wire.encode(tried).length;
      if (bytes <= most) {
        return tried;
      }
      // A tenth less than in proportion, since fewer pack worse: seldom more than two tries.
      long share = (long) items.size() * most * 9 / (bytes * 10L);
      items = items.subList(0, (int) Math.max(1, share));
    }
  }

  /** A parcel was handed over. */
  void went(Parcel parcel, Receipt receipt) {
    if (receipt.upTo() >= parcel.last()) {
      limit.updateAndGet(bytes -> Math.min(MOST, bytes * 5 / 4));
    }
  }

  /** A parcel was not. */
  void failed() {
    limit.updateAndGet(bytes -> Math.max(LEAST, bytes / 2));
  }
}
