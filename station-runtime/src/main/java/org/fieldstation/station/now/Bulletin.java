package org.fieldstation.station.now;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.listen.Level;
import org.fieldstation.station.wire.Bodies;

/**
 * What the station knows of itself at this moment: last values, not history, which is the
 * journal's. The paths write here without waiting; transports read. A restart begins an empty one.
 */
public final class Bulletin {
  private static final int URGENT_KEPT = 32;

  private final List<Consumer<News>> readers = new CopyOnWriteArrayList<>();
  private final Map<News.Measured, Measure> measures = new LinkedHashMap<>();
  private final ArrayDeque<UrgentRecord> urgent = new ArrayDeque<>();
  private Optional<Listening> listening = Optional.empty();
  private Optional<Heard> heard = Optional.empty();
  private Optional<Watching> watching = Optional.empty();
  private Optional<Seen> seen = Optional.empty();
  private Optional<Instant> judged = Optional.empty();
  private double level = Double.NEGATIVE_INFINITY;
  private long windows;
  private long detections;
  private long sightings;

  /** A reader's place, until it is given up. */
  @FunctionalInterface
  public interface Subscription {
    void close();
  }

  /** Tells a reader of every change, on the line of work that made it: it must not wait. */
  public Subscription tell(Consumer<News> reader) {
    readers.add(reader);
    return () -> readers.remove(reader);
  }

  /** Something outside changed that is read together with this. */
  public void changed(News news) {
    readers.forEach(reader -> reader.accept(news));
  }

  /** The sound path began to listen. */
  public void listening(String microphone, int rateHz, String model) {
    synchronized (this) {
      listening = Optional.of(new Listening(microphone, rateHz, model));
    }
    changed(new News.Condition());
  }

  /** A window that began at {@code start} was judged. */
  public void heard(Instant start, Findings findings) {
    double loud = Level.of(findings.window().samples()).rms();
    synchronized (this) {
      windows++;
      level = loud;
      judged = Optional.of(start);
      detections += findings.detections().size();
      findings.detections().forEach(one -> heard = Optional.of(new Heard(start, one)));
    }
    changed(new News.Judged());
    if (!findings.detections().isEmpty()) {
      changed(new News.Named());
    }
  }

  /** The path of pictures began to look. */
  public void watching(String camera, String models) {
    synchronized (this) {
      watching = Optional.of(new Watching(camera, models));
    }
    changed(new News.Condition());
  }

  /** A camera saw something. */
  public void saw(Seen now) {
    synchronized (this) {
      sightings++;
      seen = Optional.of(now);
    }
    changed(new News.Saw());
  }

  /** A sensor was read. */
  public void measured(String sensor, Instant at, Sample sample) {
    for (var reading : sample.readings()) {
      var key = new News.Measured(sensor, reading.quantity());
      boolean first;
      synchronized (this) {
        double value = reading.value();
        var before = measures.get(key);
        first = before == null;
        measures.put(
            key,
            before == null
                ? new Measure(sensor, reading.quantity(), value, at, value, value)
                : before.next(value, at));
      }
      changed(first ? new News.Appeared(sensor, reading.quantity()) : key);
    }
  }

  /** Something was handed to the journal. */
  public void noted(Note.Fact fact) {
    if (fact.lane() != Lane.URGENT) {
      return;
    }
    synchronized (this) {
      urgent.addLast(
          new UrgentRecord(fact.stamp().utc(), fact.kind(), Bodies.readable(fact.body())));
      if (urgent.size() > URGENT_KEPT) {
        urgent.removeFirst();
      }
    }
    changed(new News.Urgent());
  }

  /** The last value of every quantity that was ever measured, in the order of their first. */
  public synchronized List<Measure> measures() {
    return new ArrayList<>(measures.values());
  }

  public synchronized Optional<Measure> measure(String sensor, Quantity quantity) {
    return Optional.ofNullable(measures.get(new News.Measured(sensor, quantity)));
  }

  /** The last value of a quantity, whichever sensor gave it. */
  public synchronized Optional<Measure> latest(Quantity quantity) {
    return measures.values().stream()
        .filter(one -> one.quantity() == quantity)
        .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other);
  }

  /** Forgets the least and the most of a quantity. */
  public synchronized void resetRange(String sensor, Quantity quantity) {
    measures.computeIfPresent(new News.Measured(sensor, quantity), (_, was) -> was.reset());
  }

  public synchronized Optional<Listening> listening() {
    return listening;
  }

  public synchronized Optional<Heard> heard() {
    return heard;
  }

  public synchronized Optional<Watching> watching() {
    return watching;
  }

  public synchronized Optional<Seen> seen() {
    return seen;
  }

  /** Sightings since the start. */
  public synchronized long sightings() {
    return sightings;
  }

  /** When the last judged window began. */
  public synchronized Optional<Instant> judged() {
    return judged;
  }

  /** Windows judged since the start. */
  public synchronized long windows() {
    return windows;
  }

  /** Detections since the start. */
  public synchronized long detections() {
    return detections;
  }

  /**
   * RMS of the last judged window in dB below full scale; empty before the first, and for silence.
   */
  public synchronized Optional<Double> level() {
    return Double.isFinite(level) ? Optional.of(level) : Optional.empty();
  }

  /** The latest urgent records, oldest first, at most 32. */
  public synchronized List<UrgentRecord> urgent() {
    return new ArrayList<>(urgent);
  }
}
