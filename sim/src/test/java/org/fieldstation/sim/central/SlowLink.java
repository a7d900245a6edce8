package org.fieldstation.sim.central;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.Window;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;

/**
 * A station with a backlog at the end of 20 kbit/s with a round trip of 600 ms, as a satellite far
 * away or a radio in a valley has it; for the benchmarks.
 */
final class SlowLink implements AutoCloseable {
  static final long BITS_PER_SECOND = 20_000;
  static final Duration ROUND_TRIP = Duration.ofMillis(600);

  final Field field;
  final Backlog backlog;
  private final Lwm2mCentral central;
  private final AtomicLong parcelBytes = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  /** Registers over the link while it is still a cable, and then makes it what it is. */
  SlowLink(Path dir, double loss) throws IOException, InterruptedException {
    field = new Field(dir.resolve("central.db"));
    backlog = new Backlog(dir.resolve("journal.db"), field.time);
    field.startServer();
    central =
        field.startStation(field.settings(Field.KEY, Patience.field()), backlog, Pull.NOTHING);
    field.until("registered", central::registered);
    field.relay.rate(BITS_PER_SECOND);
    field.relay.set(new Impairment(loss, ROUND_TRIP.dividedBy(2), 0, 0));
  }

  /** Bytes of parcels, without anything around them, for which there is a receipt. */
  long confirmedBytes() {
    return parcelBytes.get();
  }

  /** How often the path had to begin anew. */
  long failures() {
    return failures.get();
  }

  /** Delivers until interrupted, as a station's path does. */
  void deliver() throws InterruptedException {
    while (true) {
      try {
        goOn(backlog.outbox.window(new Weighing(central)));
      } catch (CentralException e) {
        failures.incrementAndGet();
        field.time.sleep(Duration.ofSeconds(1));
      }
    }
  }

  private void goOn(Window window) throws InterruptedException {
    while (true) {
      var word = window.next();
      if (word.isPresent()) {
        backlog.outbox.receive(word.get());
      } else {
        field.time.sleep(Duration.ofMillis(5));
      }
    }
  }

  @Override
  public void close() {
    field.close();
    backlog.close();
  }

  /** Adds up what arrives. */
  private final class Weighing implements Central {
    private final Central through;

    Weighing(Central through) {
      this.through = through;
    }

    @Override
    public String name() {
      return through.name();
    }

    @Override
    public Receipt deliver(Parcel parcel) throws InterruptedException {
      return through.deliver(parcel);
    }

    @Override
    public Handing begin(Parcel parcel, Runnable bell) throws InterruptedException {
      var handing = through.begin(parcel, bell);
      int bytes = Wire.encode(parcel).length;
      return new Handing() {
        @Override
        public Optional<Receipt> word() {
          var word = handing.word();
          word.filter(receipt -> receipt.upTo() >= parcel.last())
              .ifPresent(_ -> parcelBytes.addAndGet(bytes));
          return word;
        }

        @Override
        public boolean answered() {
          return handing.answered();
        }

        @Override
        public boolean prompt() {
          return handing.prompt();
        }

        @Override
        public Duration patience() {
          return handing.patience();
        }

        @Override
        public void close() {
          handing.close();
        }
      };
    }

    @Override
    public void close() {
      through.close();
    }
  }
}
