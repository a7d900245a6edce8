package org.fieldstation.station.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.station.effort.Span;
import org.fieldstation.station.journal.EffortTable.Row;
import org.fieldstation.station.journal.JournalException.Code;

/**
 * The journal of one station, from one start on: its only writer. Safe for several lines of work;
 * each call is one transaction that is on the disk when the call returns.
 */
public final class Journal implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Path file;
  private final Sql sql;
  private final Function<Span, byte[]> effortBody;
  private final LaneTable lanes;
  private final ReceiptTable receipts;
  private final EffortTable efforts;
  private final BootTable boots;
  private final Retention retention;
  private final String epoch;
  private final long boot;
  private volatile Map<Lane, Long> written = Map.of();

  private Journal(
      Path file, Sql sql, Moment now, RandomGenerator random, Function<Span, byte[]> effortBody)
      throws SQLException {
    this.file = file;
    this.sql = sql;
    this.effortBody = effortBody;
    this.lanes = new LaneTable(sql);
    this.receipts = new ReceiptTable(sql);
    this.efforts = new EffortTable(sql);
    this.boots = new BootTable(sql);
    this.retention = new Retention(sql, lanes, receipts);
    this.epoch = sql.transaction(() -> epoch(random));
    this.boot = sql.transaction(() -> begin(now));
    this.written = lasts();
  }

  /**
   * Opens the journal, or makes it, and enters this start of the station.
   *
   * @param random draws the name of a new journal
   * @param effortBody the body of an effort record
   * @throws JournalException when the file is no journal, or cannot be written
   */
  public static Journal open(
      Path file, Moment now, RandomGenerator random, Function<Span, byte[]> effortBody) {
    var sql = JournalFile.open(file);
    try {
      return new Journal(file, sql, now, random, effortBody);
    } catch (SQLException e) {
      throw JournalFile.translate(file, e);
    }
  }

  /** This journal's own name, 16 hex digits. */
  public String epoch() {
    return epoch;
  }

  /** Which start of the station this is, from 1. */
  public long boot() {
    return boot;
  }

  /**
   * The last number given in a lane, 0 when none was. Answers from memory, also while a write waits
   * for the disk.
   */
  public long last(Lane lane) {
    return written.getOrDefault(lane, 0L);
  }

  /** Writes all of these down, or none of them. */
  public void write(Moment now, List<Note> notes) {
    commit(() -> {
      for (var note : notes) {
        write(note);
      }
      boots.alive(boot, now);
      return notes;
    });
  }

  /**
   * Corrects when this start was, and with it the time of everything since; told in the same
   * transaction.
   */
  public void repairClock(Moment now, Note.Fact telling) {
    commit(() -> {
      boots.repair(boot, now);
      return lanes.append(telling);
    });
  }

  private void commit(Sql.Work<?> work) {
    locked(() -> {
      sql.transaction(work);
      written = lasts();
      return written;
    });
  }

  /**
   * The next items of a lane for a server, in order and without gaps; empty when it has everything.
   */
  public List<Item> pending(String server, Lane lane, int atMost) {
    return pending(server, lane, 0, atMost);
  }

  /**
   * The same after a number, where the server's receipt is not higher. What the server has not and
   * this journal no longer has stands there as a tombstone.
   */
  public List<Item> pending(String server, Lane lane, long after, int atMost) {
    return locked(() -> {
      long from = Math.max(after, receipts.upTo(server, lane));
      return withoutHole(from, lanes.after(lane, from, atMost), last(lane));
    });
  }

  /** Records are forgotten when every server has them; one may have lost them since. */
  private static List<Item> withoutHole(long from, List<Item> items, long last) {
    long next = items.isEmpty() ? last + 1 : items.getFirst().first();
    if (next <= from + 1) {
      return items;
    }
    var all = new ArrayList<Item>(List.of(new Item.Tombstone(from + 1, next - 1, "forgotten")));
    all.addAll(items);
    return all;
  }

  /**
   * A server says that it has less than it had. Returns whether it does: its word is of this
   * journal, and less.
   */
  public boolean fallBack(String server, Receipt receipt) {
    return locked(() -> {
      if (!receipt.epoch().equals(epoch)
          || receipt.upTo() >= receipts.upTo(server, receipt.lane())) {
        return false;
      }
      receipts.fallBack(server, receipt.lane(), receipt.upTo());
      return true;
    });
  }

  /**
   * Keeps a server's receipt. One for another journal, or for more than was ever written, is
   * refused.
   *
   * @return whether it was kept
   */
  public boolean receive(String server, Receipt receipt) {
    return locked(() -> {
      if (!receipt.epoch().equals(epoch) || receipt.upTo() > last(receipt.lane())) {
        return false;
      }
      receipts.keep(server, receipt.lane(), receipt.upTo());
      return true;
    });
  }

  /** Up to where a server has said it has a lane. */
  public long receipt(String server, Lane lane) {
    return locked(() -> receipts.upTo(server, lane));
  }

  /**
   * Deletes what all these servers have stored and what is older than {@code keep}. Returns how
   * many.
   */
  public int forget(Collection<String> servers, Moment now, Duration keep) {
    return forget(_ -> servers, now, keep);
  }

  /**
   * The same where not every server takes every lane.
   *
   * @param takers the servers that get a lane
   */
  public int forget(Function<Lane, Collection<String>> takers, Moment now, Duration keep) {
    long before = now.utc().minus(keep).toEpochMilli();
    return locked(() ->
        sql.transaction(() -> {
          int gone = 0;
          for (var lane : Lane.values()) {
            gone += receipts.forget(takers.apply(lane), lane, before);
          }
          return gone;
        }));
  }

  /**
   * Gives up the oldest records of a lane beyond {@code atMost}, leaving a tombstone for those that
   * no server had. This is how a station that is never heard keeps its disk from filling.
   *
   * @return how many were given up
   */
  public long retain(Lane lane, long atMost, Collection<String> servers) {
    return locked(() -> sql.transaction(() -> retention.giveUpOldest(lane, atMost, servers)));
  }

  private Map<Lane, Long> lasts() throws SQLException {
    var lasts = new EnumMap<Lane, Long>(Lane.class);
    for (var lane : Lane.values()) {
      lasts.put(lane, lanes.last(lane));
    }
    return lasts;
  }

  private String epoch(RandomGenerator random) throws SQLException {
    Optional<String> known = sql.first(row -> row.getString(1), "SELECT epoch FROM journal");
    if (known.isPresent()) {
      return known.get();
    }
    var drawn = HexFormat.of().toHexDigits(random.nextLong());
    sql.update("INSERT INTO journal (only, epoch) VALUES (1, ?)", drawn);
    return drawn;
  }

  private long begin(Moment now) throws SQLException {
    efforts.closeAll(this::tell);
    return boots.begin(now);
  }

  private void write(Note note) throws SQLException {
    switch (note) {
      case Note.Fact fact -> lanes.append(fact);
      case Note.Attended(var span) -> efforts.enter(boot, span, this::tell);
    }
  }

  /** Effort becomes a record when its stretch is complete; its time is when it ended. */
  private void tell(Row row) {
    try {
      var start =
          boots.all().stream()
              .filter(known -> known.boot() == row.boot())
              .findFirst()
              .orElseThrow();
      var ended = row.span().to();
      var moment = new Moment(start.started().plus(ended), start.source(), Duration.ZERO, ended);
      lanes.append(
          new Note.Fact(
              Lane.DATA, Kind.EFFORT, Stamp.of(row.boot(), moment), effortBody.apply(row.span())));
    } catch (SQLException e) {
      throw JournalFile.translate(file, e);
    }
  }

  private <T> T locked(Sql.Work<T> work) {
    lock.lock();
    try {
      return work.run();
    } catch (SQLException e) {
      throw JournalFile.translate(file, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      sql.close();
    } catch (SQLException e) {
      throw new JournalException(Code.FAILED, file + ": " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }
}
