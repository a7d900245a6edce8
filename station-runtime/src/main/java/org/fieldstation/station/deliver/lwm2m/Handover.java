package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.deliver.lwm2m.Session.State;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * One parcel on its way over the counter: from the Send to the receipt, or to the reason why not.
 */
final class Handover implements Central.Handing {
  private final Parcel parcel;
  private final OutboxLane lane;
  private final Session session;
  private final Patience patience;
  private final Counts counts;
  private final StationClock clock;
  private final BooleanSupplier closed;
  private final Runnable bell;
  private final long begun;
  private volatile boolean taken;
  private volatile boolean answered;
  private volatile long ended;
  private volatile long deadline;
  private volatile @Nullable CentralException failure;

  Handover(
      Parcel parcel,
      OutboxLane lane,
      Session session,
      Lwm2mSettings settings,
      StationClock clock,
      BooleanSupplier closed,
      Runnable bell) {
    this.parcel = parcel;
    this.lane = lane;
    this.session = session;
    this.patience = settings.patience();
    this.counts = settings.counts();
    this.clock = clock;
    this.closed = closed;
    this.bell = bell;
    begun = clock.nanos();
    deadline = begun + patience.answer().plus(patience.receipt()).toNanos();
  }

  /** The Send has ended: null when the server took it. Called by any thread. */
  void ended(@Nullable CentralException failure) {
    if (failure == null) {
      deadline = clock.nanos() + patience.receipt().toNanos();
      taken = true;
    }
    this.failure = failure;
    ended = clock.nanos();
    answered = true;
    bell.run();
  }

  @Override
  public Optional<Receipt> word() {
    // The answer to the Send may be lost and the receipt not, so the receipt is looked for first.
    var best = lane.best();
    if (best != null && best.upTo() >= parcel.last()) {
      return Optional.of(best);
    }
    if (taken && counts == Counts.ARRIVAL) {
      return Optional.of(new Receipt(parcel.epoch(), parcel.lane(), parcel.last()));
    }
    throwIfHopeless(closed.getAsBoolean());
    return deadline - clock.nanos() > 0 ? Optional.empty() : Optional.of(late(best));
  }

  @Override
  public boolean answered() {
    return answered;
  }

  @Override
  public boolean prompt() {
    return answered && ended - begun < patience.retransmission().toNanos();
  }

  @Override
  public Duration patience() {
    return Duration.ofNanos(Math.max(0, deadline - clock.nanos()));
  }

  @Override
  public void close() {
    lane.withdraw();
  }

  private void throwIfHopeless(boolean closed) {
    if (closed) {
      throw new CentralException(Code.UNREACHABLE, "closed");
    }
    var failed = failure;
    if (failed != null) {
      throw failed;
    }
    if (session.state() instanceof State.Over(var cause)) {
      throw new CentralException(cause.code(), String.valueOf(cause.getMessage()), cause);
    }
  }

  /**
   * Time is up. A receipt for less than the parcel may be one that was still under way from before,
   * so it was worth waiting for more; now it is the server's word.
   */
  private Receipt late(@Nullable Receipt best) {
    if (best != null) {
      return best;
    }
    if (!taken) { // Leshan drops what it may not defer during a handshake, without a word
      var lost = new CentralException(Code.UNREACHABLE, "Send: neither answer nor failure");
      session.over(lost);
      throw lost;
    }
    session.renew();
    String refusal = lane.refusal();
    throw new CentralException(
        Code.NO_RECEIPT, refusal == null ? "taken, but no receipt in time" : "only " + refusal);
  }
}
