package org.fieldstation.station.deliver;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/** The journal as one server sees it: what that server has not yet confirmed, urgent first. */
public final class Outbox implements Pull {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Journal journal;
  private final String station;
  private final String server;
  private final Signal written;
  private final Consumer<Receipt> confirmed;
  private final Runnable progress;
  private final ParcelSize size;

  /**
   * Opens the outbox for a server.
   *
   * @param station this station's name at the server
   * @param server the server's name here, under which receipts are kept
   * @param written rings when there may be something new
   * @param confirmed is told of each receipt that says more than the last, once it is kept
   */
  public Outbox(
      Journal journal, String station, String server, Signal written, Consumer<Receipt> confirmed) {
    this(journal, station, server, written, confirmed, () -> {}, new ParcelSize());
  }

  private Outbox(
      Journal journal,
      String station,
      String server,
      Signal written,
      Consumer<Receipt> confirmed,
      Runnable progress,
      ParcelSize size) {
    this.journal = journal;
    this.station = station;
    this.server = server;
    this.written = written;
    this.confirmed = confirmed;
    this.progress = progress;
    this.size = size;
  }

  /** The same outbox, which also tells {@code progress} of every receipt, old news too. */
  public Outbox onReceipt(Runnable progress) {
    return new Outbox(journal, station, server, written, confirmed, progress, size);
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
    return Arrays.stream(Lane.values()).map(this::next).flatMap(Optional::stream).findFirst();
  }

  @Override
  public Optional<Parcel> next(Lane lane) {
    var pending = journal.pending(server, lane, ParcelSize.mostItems(lane));
    return pending.isEmpty()
        ? Optional.empty()
        : Optional.of(size.fit(new Parcel(station, journal.epoch(), lane, pending)));
  }

  /** Handing a parcel to a server, as a step of a path. */
  public Function<Parcel, Receipt> handingTo(Central central) {
    return parcel -> {
      try {
        var receipt = central.deliver(parcel);
        size.went(parcel, receipt);
        return receipt;
      } catch (CentralException failed) {
        size.failed();
        throw failed;
      } catch (InterruptedException stopped) {
        throw stopped(stopped);
      }
    };
  }

  /** Keeps the server's word. */
  @Override
  public void receive(Receipt receipt) {
    boolean news = receipt.upTo() > journal.receipt(server, receipt.lane());
    if (!journal.receive(server, receipt)) {
      throw new CentralException(
          CentralException.Code.REFUSED,
          server + " confirmed what it was never sent: " + receipt.epoch() + ":" + receipt.upTo());
    }
    progress.run();
    if (news) {
      confirmed.accept(receipt);
    }
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
}
