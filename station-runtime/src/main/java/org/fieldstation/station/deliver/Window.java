package org.fieldstation.station.deliver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.station.deliver.Central.Handing;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.link.Gate;
import org.fieldstation.station.wire.Wire;

/**
 * The parcels under way to one server. Several are, so that a link with a long round trip is never
 * idle while there is a backlog; and what is urgent has places of its own, so it leaves at once and
 * meets no more of the backlog than is in the air already. Used by one line of work, from one
 * failure to the next: after a failure everything without a receipt is handed over anew.
 */
public final class Window {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int URGENT_PLACES = 2;

  /** Parcels that arrived but wait for an earlier one are in nobody's way, up to so many. */
  private static final int MOST_UNCONFIRMED = 16;

  private final Outbox outbox;
  private final Central central;
  private final Signal bell;
  private final Gate gate;
  private final ParcelSize size;
  private final Places places = new Places();
  private final Map<Lane, ArrayDeque<Slip>> underWay = new EnumMap<>(Lane.class);

  /** A parcel under way. */
  private static final class Slip {
    final Parcel parcel;
    final Handing handing;
    final boolean alone;
    boolean answered;

    Slip(Parcel parcel, Handing handing, boolean alone) {
      this.parcel = parcel;
      this.handing = handing;
      this.alone = alone;
    }
  }

  Window(Outbox outbox, Central central, Signal bell, Gate gate, ParcelSize size) {
    this.outbox = outbox;
    this.central = central;
    this.bell = bell;
    this.gate = gate;
    this.size = size;
  }

  /**
   * The server's words for ever, of each lane in the order of its numbers; ends with the first
   * {@link CentralException}.
   */
  public Stream<Receipt> receipts() {
    return Stream.generate(this::await);
  }

  /**
   * The next word, or empty when nothing waits that may leave and nothing is under way.
   *
   * @throws CentralException when a handing has failed; the window is empty then
   */
  public Optional<Receipt> next() throws InterruptedException {
    try {
      return nextWord();
    } catch (CentralException failed) {
      size.failed(gate.thrifty());
      gate.ended(false);
      giveUp();
      throw failed;
    } catch (InterruptedException stopped) {
      giveUp();
      throw stopped;
    }
  }

  private Optional<Receipt> nextWord() throws InterruptedException {
    while (true) {
      var word = word();
      if (word.isPresent()) {
        return word;
      }
      if (!handOver()) {
        if (slips().findAny().isEmpty()) {
          return Optional.empty();
        }
        bell.await(patience());
      }
    }
  }

  private Receipt await() {
    try {
      var word = next();
      while (word.isEmpty()) {
        bell.await(LONGEST_WAIT);
        word = next();
      }
      return word.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CentralException(CentralException.Code.STOPPED, "delivery was stopped", stopped);
    }
  }

  /** Only a lane's first parcel is asked: a receipt for a later one says nothing about it. */
  private Optional<Receipt> word() {
    for (var each : Lane.values()) {
      var lane = slips(each);
      lane.forEach(this::lookAt);
      var first = lane.peek();
      var word = first == null ? Optional.<Receipt>empty() : first.handing.word();
      if (first != null && word.isPresent()) {
        settle(lane, first, word.get());
        return word;
      }
    }
    return Optional.empty();
  }

  private void lookAt(Slip slip) {
    if (!slip.answered && slip.handing.answered()) {
      slip.answered = true;
      places.answered(slip.handing.prompt());
    }
  }

  private void settle(ArrayDeque<Slip> lane, Slip first, Receipt word) {
    lane.remove();
    first.handing.close();
    size.went(first.parcel, word, gate.thrifty());
    gate.ended(true);
    if (word.upTo() < first.parcel.last()) { // what came after it is for nothing, too
      lane.forEach(slip -> slip.handing.close());
      lane.clear();
      outbox.believe(word);
    }
  }

  /** Hands over one more parcel, the most urgent first. Returns whether there was one. */
  private boolean handOver() throws InterruptedException {
    for (var lane : Lane.values()) {
      if (!hasPlace(lane)) {
        continue;
      }
      var slips = slips(lane);
      long after = slips.isEmpty() ? 0 : slips.getLast().parcel.last();
      var next = outbox.leaving(lane, after);
      if (next.isPresent() && handOver(next.get())) {
        return true;
      }
    }
    return false;
  }

  private boolean handOver(Parcel parcel) throws InterruptedException {
    int bytes = Wire.encode(parcel).length;
    boolean alone = ParcelSize.alone(bytes);
    // A parcel of several blocks has the server's ear for itself (RFC 7959 §2.5).
    if (!alone && slips().anyMatch(slip -> !slip.answered)) {
      return false;
    }
    gate.goes(parcel.lane(), bytes);
    slips(parcel.lane()).add(new Slip(parcel, central.begin(parcel, bell::ring), alone));
    return true;
  }

  private boolean hasPlace(Lane lane) {
    if (slips().anyMatch(slip -> !slip.alone && !slip.answered)) {
      return false;
    }
    if (lane == Lane.URGENT) {
      return slips(lane).size() < URGENT_PLACES;
    }
    return slips(lane).size() < MOST_UNCONFIRMED
        && slips().filter(slip -> slip.parcel.lane() != Lane.URGENT && !slip.answered).count()
            < (gate.thrifty() || central.oneAtATime() ? 1 : places.open());
  }

  private ArrayDeque<Slip> slips(Lane lane) {
    return underWay.computeIfAbsent(lane, _ -> new ArrayDeque<>());
  }

  private Stream<Slip> slips() {
    return underWay.values().stream().flatMap(ArrayDeque::stream);
  }

  private Duration patience() {
    return slips()
        .map(slip -> slip.handing.patience())
        .min(Comparator.naturalOrder())
        .filter(soonest -> soonest.compareTo(LONGEST_WAIT) < 0)
        .orElse(LONGEST_WAIT);
  }

  private void giveUp() {
    slips().forEach(slip -> slip.handing.close());
    underWay.values().forEach(ArrayDeque::clear);
  }
}
