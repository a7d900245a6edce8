package org.fieldstation.station.deliver;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.link.Gate;
import org.fieldstation.station.link.Gate.Answer;
import org.fieldstation.station.wire.Wire;

/** The journal as one server sees it: what that server has not yet confirmed, urgent first. */
public final class Outbox implements Pull {

  private final Journal journal;
  private final String station;
  private final String server;
  private final Signal written;
  private final Consumer<Receipt> confirmed;
  private final Runnable progress;
  private final Gate gate;
  private final ParcelSize size;
  private final Set<Lane> lanes;
  private final Sight sight;
  private final Consumer<String> fallen;

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
    this(
        journal,
        station,
        server,
        written,
        confirmed,
        () -> {},
        Gate.OPEN,
        new ParcelSize(),
        EnumSet.allOf(Lane.class),
        Sight.ALL,
        _ -> {});
  }

  private Outbox(
      Journal journal,
      String station,
      String server,
      Signal written,
      Consumer<Receipt> confirmed,
      Runnable progress,
      Gate gate,
      ParcelSize size,
      Set<Lane> lanes,
      Sight sight,
      Consumer<String> fallen) {
    this.journal = journal;
    this.station = station;
    this.server = server;
    this.written = written;
    this.confirmed = confirmed;
    this.progress = progress;
    this.gate = gate;
    this.size = size;
    this.lanes = lanes;
    this.sight = sight;
    this.fallen = fallen;
  }

  /** The same outbox, which also tells {@code progress} of every receipt, old news too. */
  public Outbox onReceipt(Runnable progress) {
    return new Outbox(
        journal, station, server, written, confirmed, progress, gate, size, lanes, sight, fallen);
  }

  /** The same outbox, of which the server gets these lanes, as far as it may see them. */
  public Outbox showing(Set<Lane> lanes, Sight sight) {
    return new Outbox(
        journal, station, server, written, confirmed, progress, gate, size, lanes, sight, fallen);
  }

  /** The same outbox, which tells {@code fallen} when a server turns out to have lost records. */
  public Outbox onFallBack(Consumer<String> fallen) {
    return new Outbox(
        journal, station, server, written, confirmed, progress, gate, size, lanes, sight, fallen);
  }

  /** The same outbox, which sends only what the gate lets through. */
  public Outbox through(Gate gate) {
    return new Outbox(
        journal, station, server, written, confirmed, progress, gate, size, lanes, sight, fallen);
  }

  /** The window through which this outbox hands its parcels to a server. */
  public Window window(Central central) {
    return new Window(this, central, written, gate, size);
  }

  /** The next parcel, if anything waits that may leave now. */
  public Optional<Parcel> next() {
    return Arrays.stream(Lane.values())
        .map(lane -> leaving(lane, 0))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What follows a number, or this server's receipt where that is higher, and may leave now. */
  Optional<Parcel> leaving(Lane lane, long after) {
    return waiting(lane, after)
        .flatMap(parcel ->
            switch (gate.ask(lane)) {
              case Answer.Open(int bytes) -> within(bytes, size.fit(parcel, bytes, gate.thrifty()));
              case Answer.Closed _ -> Optional.empty();
            });
  }

  /** One item may be larger than what is left to spend; then it waits for a better day or link. */
  private Optional<Parcel> within(int bytes, Parcel parcel) {
    if (parcel.items().size() > 1 || bytes == Integer.MAX_VALUE) {
      return Optional.of(parcel);
    }
    int length = Wire.encode(parcel).length;
    if (length > bytes) {
      gate.tooLarge(parcel.lane(), length);
      return Optional.empty();
    }
    return Optional.of(parcel);
  }

  /** What a server that helps itself gets; it knows its link, so nothing is withheld from it. */
  @Override
  public Optional<Parcel> next(Lane lane) {
    return waiting(lane, 0).map(parcel -> size.fit(parcel, Integer.MAX_VALUE, gate.thrifty()));
  }

  private Optional<Parcel> waiting(Lane lane, long after) {
    if (!lanes.contains(lane)) {
      return Optional.empty();
    }
    var pending = journal.pending(server, lane, after, ParcelSize.mostItems(lane, gate.thrifty()));
    return pending.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Parcel(station, journal.epoch(), lane, pending.stream().map(sight::of).toList()));
  }

  /**
   * The server has less than it said before: it was restored from an old backup. It gets again what
   * this journal still holds, and a tombstone for what it does not.
   */
  void believe(Receipt word) {
    long before = journal.receipt(server, word.lane());
    if (word.upTo() < before && journal.fallBack(server, word)) {
      fallen.accept(
          "%s has the %s lane up to %d only, no longer up to %d: the rest is sent again"
              .formatted(server, word.lane(), word.upTo(), before));
    }
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
}
