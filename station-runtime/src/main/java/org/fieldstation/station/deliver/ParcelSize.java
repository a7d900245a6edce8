package org.fieldstation.station.deliver;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;

/**
 * How large parcels are, in bytes as sent: one datagram, so that several may be on their way at
 * once and a lost one is repeated alone; on a link that is paid by the byte many datagrams, which
 * go one after the other (RFC 7959 §2.5) but pack better. Half of it after each failure: less is
 * repeated then, and it may have been too large for something on the way.
 */
final class ParcelSize {

  /** With DTLS, CoAP and SenML around it that makes 1200 bytes, which IPv6 carries anywhere. */
  private static final int DATAGRAM = 1_100;

  /** What servers with a library's default limit of 8192 take, with the Send's own bytes. */
  private static final int MOST = 7_000;

  private static final int FIRST = 4_000;
  private static final int LEAST = 550;
  private static final int CLOSE_ENOUGH = 32;
  private static final int MOST_ITEMS = 2_000;
  private static final int DATAGRAM_ITEMS = 400;
  private static final int FEW_ITEMS = 100;

  private final AtomicInteger limit = new AtomicInteger(FIRST);

  /** An alert must not wait for a long parcel of its own lane. */
  static int mostItems(Lane lane, boolean thrifty) {
    return lane != Lane.DATA ? FEW_ITEMS : thrifty ? MOST_ITEMS : DATAGRAM_ITEMS;
  }

  /**
   * As much of the parcel, from its beginning, as fits, and no more than so many bytes; one item at
   * least.
   */
  Parcel fit(Parcel parcel, int atMost, boolean thrifty) {
    int most = Math.min(Math.min(limit.get(), most(thrifty)), atMost);
    var items = Wire.prefix(parcel.items());
    if (items.size() == 1 || length(parcel, items) <= most) {
      return with(parcel, items);
    }
    // How well items pack shows only when they are packed, so what fits is halved in on.
    int fits = 1;
    int over = items.size();
    int tried = over;
    int bytes = length(parcel, items);
    while (over - fits > 1 + fits / CLOSE_ENOUGH) {
      tried = Math.clamp((long) tried * most / bytes, fits + 1, over - 1);
      bytes = length(parcel, items.subList(0, tried));
      if (bytes <= most) {
        fits = tried;
      } else {
        over = tried;
      }
    }
    return with(parcel, items.subList(0, fits));
  }

  private static int length(Parcel parcel, List<Item> items) {
    return Wire.encode(with(parcel, items)).length;
  }

  private static Parcel with(Parcel parcel, List<Item> items) {
    return new Parcel(parcel.station(), parcel.epoch(), parcel.lane(), items);
  }

  /** A parcel was handed over. */
  void went(Parcel parcel, Receipt receipt, boolean thrifty) {
    if (receipt.upTo() >= parcel.last()) {
      limit.updateAndGet(bytes -> bytes < most(thrifty) ? bytes * 5 / 4 : bytes);
    }
  }

  /** A parcel was not. */
  void failed(boolean thrifty) {
    limit.updateAndGet(bytes -> Math.max(LEAST, Math.min(bytes, most(thrifty)) / 2));
  }

  private static int most(boolean thrifty) {
    return thrifty ? MOST : DATAGRAM;
  }

  /** Whether a parcel of so many bytes needs no other datagram. */
  static boolean alone(int bytes) {
    return bytes <= DATAGRAM;
  }
}
