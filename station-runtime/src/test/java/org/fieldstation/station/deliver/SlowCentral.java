package org.fieldstation.station.deliver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/** A server at the end of a long link: it says something when the test lets it. */
final class SlowCentral implements Central {
  final List<Sent> sent = new ArrayList<>();

  /** A parcel that was handed over, and what comes of it. */
  static final class Sent implements Handing {
    final Parcel parcel;
    private boolean answered;
    private boolean prompt = true;
    private boolean givenUp;
    private Optional<Receipt> word = Optional.empty();
    private Optional<CentralException> failure = Optional.empty();

    Sent(Parcel parcel) {
      this.parcel = parcel;
    }

    /** It has arrived, and the server has everything up to this. */
    void answer(long upTo) {
      answered = true;
      word = Optional.of(new Receipt(parcel.epoch(), parcel.lane(), upTo));
    }

    /** It had to be repeated. */
    void late() {
      prompt = false;
    }

    void fail() {
      failure = Optional.of(new CentralException(CentralException.Code.UNREACHABLE, "gone"));
    }

    boolean givenUp() {
      return givenUp;
    }

    @Override
    public Optional<Receipt> word() {
      failure.ifPresent(it -> {
        throw it;
      });
      return word;
    }

    @Override
    public boolean answered() {
      return answered;
    }

    @Override
    public boolean prompt() {
      return prompt;
    }

    @Override
    public Duration patience() {
      return Duration.ofMillis(100);
    }

    @Override
    public void close() {
      givenUp = true;
    }
  }

  @Override
  public String name() {
    return "reserve";
  }

  @Override
  public Receipt deliver(Parcel parcel) {
    throw new AssertionError("handed over in a window");
  }

  @Override
  public Handing begin(Parcel parcel, Runnable bell) {
    var handing = new Sent(parcel);
    sent.add(handing);
    return handing;
  }

  @Override
  public void close() {}
}
