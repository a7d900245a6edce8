package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.Label;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.Outbox;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.journal.Journal;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.link.Gate;
import org.fieldstation.station.wire.Bodies;

/** A real journal with a day of detections in it, for one server. */
final class Backlog implements Written, AutoCloseable {
  private static final long DAY_MILLIS = 86_400_000;
  private static final byte[] CONTEXT = Bodies.nameOf(new byte[] {1});
  private static final List<String> SPECIES =
      List.of("Strix aluco", "Otus spilocephalus", "Nomascus concolor", "Muntiacus vaginalis");

  final Journal journal;
  final Outbox outbox;
  Gate gate = Gate.OPEN;
  private final TimeKeeper time;
  private final Signal written;
  private final SplittableRandom random = new SplittableRandom(11);

  Backlog(Path file, TimeKeeper time) {
    this.time = time;
    written = time.signal();
    journal = Journal.open(file, time.now(), random, Bodies::effort);
    outbox = new Outbox(journal, Songs.STATION, "reserve", written, _ -> {});
  }

  /** Twelve labels at random times with random scores, which is the worst for packing. */
  void detections(Lane lane, int count) {
    long start = 1_780_000_000_000L;
    var times = LongStream.generate(() -> random.nextLong(DAY_MILLIS)).limit(count).sorted();
    write(
        times
            .mapToObj(ms -> new Stamp(journal.boot(), ms, start + ms, TimeSource.NTP, 40))
            .<Note>map(stamp -> new Note.Fact(lane, Kind.DETECTION, stamp, detection()))
            .toList());
  }

  /** Records that nothing makes shorter. */
  void noise(Lane lane, int count, int bytes) {
    var stamp = Stamp.of(journal.boot(), time.now());
    write(
        LongStream.range(0, count)
            .<Note>mapToObj(_ -> {
              var noise = new byte[bytes];
              random.nextBytes(noise);
              return new Note.Fact(lane, Kind.FAULT, stamp, noise);
            })
            .toList());
  }

  void write(List<Note> notes) {
    journal.write(time.now(), notes);
    written.ring();
  }

  private byte[] detection() {
    int which = random.nextInt(12);
    var name = SPECIES.get(which % SPECIES.size()) + " " + which / SPECIES.size();
    var label =
        new Label(
            name + "_Common name " + which,
            name,
            "",
            "",
            Label.Group.SPECIES,
            OptionalDouble.of(0.3));
    float score = (float) random.nextDouble(0.3, 1);
    return Bodies.detection(CONTEXT, new Detection(label, 0, 3, score, 0.3f));
  }

  /** Hands over everything that waits. Returns how many words the server had for it. */
  int emptyTo(Central central) throws InterruptedException {
    var window = outbox.through(gate).window(central);
    int words = 0;
    for (var word = window.next(); word.isPresent(); word = window.next()) {
      outbox.receive(word.get());
      words++;
    }
    return words;
  }

  /** Tries to hand over one parcel; whether it could is another matter. */
  void offer(Central central) {
    try {
      outbox.window(central).next();
    } catch (CentralException e) {
      // The next try may do better.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String epoch() {
    return journal.epoch();
  }

  @Override
  public long last(Lane lane) {
    return journal.last(lane);
  }

  @Override
  public void close() {
    journal.close();
  }
}
