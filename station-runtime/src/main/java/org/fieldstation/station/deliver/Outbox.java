package org.fieldstation.station.deliver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/** The journal as one server sees it: what that server has not yet confirmed, urgent first. */
public final class Outbox {

  /**
   * A batch that servers with ordinary limits accept, and that one lost datagram does not cost
   * much.
   */
  private static final int MOST_BYTES = 4_000;

  private static final int MOST_ITEMS = 100;

  /** What an item costs beside its body. */
  private static final int ITEM_BYTES = 32;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Journal journal;
  private final String station;
  private final String server;
  private final Signal written;
  private final Consumer<Receipt> confirmed;

  /**
   * Opens the outbox for a server.
   *
   * @param station this station's name at the server
   * @param server the server's name here, under which receipts are kept
   * @param written rings when there may be something new
   * @param confirmed is told of each receipt once it is kept
   */
  public Outbox(
      Journal journal, String station, String server, Signal written, Consumer<Receipt> confirmed) {
    this.journal = journal;
    this.station = station;
    this.server = server;
    this.written = written;
    this.confirmed = confirmed;
  }

  /** The same outbox, which also tells {@code progress} of every receipt. */
  public Outbox onReceipt(Runnable progress) {
    return new Outbox(
        journal,
        station,
        server,
        written,
        receipt -> {
          progress.run();
          confirmed.accept(receipt);
        });
  }

  /**
   * Parcels for ever, each taken anew from what is not yet confirmed: so an alert overtakes at the
   * next parcel.
   */
  public Stream<Parcel> parcels() {
    return Stream.generate(this::await);
  }

  /** The next parcel, if anything waits. */
  public Optional<Parcel> next() {
    for (var lane : Lane.values()) {
      var pending = journal.pending(server, lane, MOST_ITEMS);
      if (!pending.isEmpty()) {
        return Optional.of(new Parcel(station, journal.epoch(), lane, fitting(pending)));
      }
    }
    return Optional.empty();
  }

  /** Handing a parcel to a server, as a step of a path. */
  public Function<Parcel, Receipt> handingTo(Central central) {
    return parcel -> {
      try {
        return central.deliver(parcel);
      } catch (InterruptedException stopped) {
        throw stopped(stopped);
      }
    };
  }

  /** Keeps the server's word. */
  public void receive(Receipt receipt) {
    if (!journal.receive(server, receipt)) {
      throw new CentralException(
          CentralException.Code.REFUSED,
          server + " confirmed what it was never sent: " + receipt.epoch() + ":" + receipt.upTo());
    }
    confirmed.accept(receipt);
  }

  private Parcel await() {
    try {
      var parcel = next();
      while (parcel.isEmpty()) {
        written.await(LONGEST_WAIT);
        parcel = next();
      }
      return parcel.get();
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  private static CentralException stopped(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new CentralException(CentralException.Code.STOPPED, "delivery was stopped", cause);
  }

  private static List<Item> fitting(List<Item> pending) {
    var fitting = new ArrayList<Item>();
    int bytes = 0;
    for (var item : pending) {
      bytes += ITEM_BYTES + (item instanceof Item.Entry entry ? entry.body().length : 0);
      if (!fitting.isEmpty() && bytes > MOST_BYTES) {
        break;
      }
      fitting.add(item);
    }
    return fitting;
  }
}
