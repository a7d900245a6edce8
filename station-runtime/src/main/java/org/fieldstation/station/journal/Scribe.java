package org.fieldstation.station.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * Takes what the paths have to say without ever making them wait for the disk, and writes it down
 * in batches.
 *
 * <p>Urgent notes are written at once and detections within a second. What a sensor did may wait
 * ten: it comes with every window, and a commit for each would wear out an SD card to no purpose.
 * When the disk refuses, notes wait in a bounded queue; those that do not fit are counted, and the
 * count is the first thing said when the disk is back.
 */
public final class Scribe {
  private static final Duration PATIENCE_FOR_EFFORT = Duration.ofSeconds(10);
  private static final Duration PATIENCE_FOR_FACTS = Duration.ofSeconds(1);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

  private final Book book;
  private final TimeKeeper time;
  private final Overflow overflow;
  private final int room;
  private final Signal bell;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Note.Fact>> readers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Note> waiting = new ArrayDeque<>();
  private long due = Long.MAX_VALUE;
  private long dropped;

  /** What it writes in: the journal. */
  @FunctionalInterface
  public interface Book {
    void write(Moment now, List<Note> notes);
  }

  /** Says that notes were lost, as a note. */
  @FunctionalInterface
  public interface Overflow {
    Note dropped(long notes);
  }

  /**
   * @param room how many notes may wait for a disk that refuses
   */
  public Scribe(Book book, TimeKeeper time, int room, Overflow overflow) {
    this.book = book;
    this.time = time;
    this.room = room;
    this.overflow = overflow;
    this.bell = time.signal();
  }

  /** Rings after every batch that has reached the disk. */
  public void onWritten(Runnable listener) {
    listeners.add(listener);
  }

  /** Tells of every fact as it is handed in; the reader must not wait. */
  public void onFact(Consumer<Note.Fact> reader) {
    readers.add(reader);
  }

  /** Takes a note. Never waits for the disk. */
  public void put(Note note) {
    if (note instanceof Note.Fact fact) {
      readers.forEach(reader -> reader.accept(fact));
    }
    lock.lock();
    try {
      if (waiting.size() >= room) {
        dropped++;
        return;
      }
      waiting.add(note);
      long latest = time.nanos() + patience(note).toNanos();
      if (latest < due) {
        due = latest;
        bell.ring();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Writes for ever, each batch when its most impatient note is due.
   *
   * @param progress is told whenever nothing that is due is left unwritten
   */
  public void write(Runnable progress) throws InterruptedException {
    while (true) {
      long wait = due() - time.nanos();
      if (wait <= 0) {
        flush();
      } else {
        progress.run();
        bell.await(Duration.ofNanos(Math.min(wait, SIGN_OF_LIFE.toNanos())));
      }
    }
  }

  /**
   * Writes what waits, now.
   *
   * @throws JournalException when the disk refuses; nothing is lost by it
   */
  public void flush() {
    var batch = take();
    if (batch.isEmpty()) {
      return;
    }
    boolean written = false;
    try {
      book.write(time.now(), batch);
      written = true;
    } finally {
      if (!written) {
        giveBack(batch);
      }
    }
    listeners.forEach(Runnable::run);
  }

  private List<Note> take() {
    lock.lock();
    try {
      var batch = new ArrayList<Note>();
      if (dropped > 0) {
        batch.add(overflow.dropped(dropped));
        dropped = 0;
      }
      batch.addAll(waiting);
      waiting.clear();
      due = Long.MAX_VALUE;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(List<Note> batch) {
    lock.lock();
    try {
      for (var note : batch.reversed()) {
        waiting.addFirst(note);
      }
      due = time.nanos();
    } finally {
      lock.unlock();
    }
  }

  private long due() {
    lock.lock();
    try {
      return due;
    } finally {
      lock.unlock();
    }
  }

  private static Duration patience(Note note) {
    return switch (note) {
      case Note.Fact(Lane lane, _, _, _) when lane == Lane.URGENT -> Duration.ZERO;
      case Note.Fact _ -> PATIENCE_FOR_FACTS;
      case Note.Attended _ -> PATIENCE_FOR_EFFORT;
    };
  }
}
