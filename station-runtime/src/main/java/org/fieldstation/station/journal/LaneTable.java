package org.fieldstation.station.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;

/**
 * The lanes on disk: numbering without gaps, what is still there, and what stands where something
 * was given up.
 */
final class LaneTable {
  private final Sql sql;

  LaneTable(Sql sql) {
    this.sql = sql;
  }

  /** The last number given in a lane; 0 when none was. */
  long last(Lane lane) throws SQLException {
    return sql.number("SELECT last_seq FROM lane WHERE lane = ?", lane.code());
  }

  /** Writes a record at the next place of its lane and returns its number. */
  long append(Note.Fact fact) throws SQLException {
    long seq = last(fact.lane()) + 1;
    sql.update("UPDATE lane SET last_seq = ? WHERE lane = ?", seq, fact.lane().code());
    var stamp = fact.stamp();
    sql.update(
        "INSERT INTO record (lane, seq, kind, boot, uptime_ms, utc_ms, source, uncertainty_ms,"
            + " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fact.lane().code(),
        seq,
        fact.kind().code(),
        stamp.boot(),
        stamp.uptimeMillis(),
        stamp.utcMillis(),
        stamp.source().code(),
        stamp.uncertaintyMillis(),
        fact.body());
    return seq;
  }

  /** What stands in a lane after a number, in order and without gaps; at most so many items. */
  List<Item> after(Lane lane, long seq, int atMost) throws SQLException {
    var items =
        new ArrayList<Item>(
            sql.list(
                LaneTable::entry,
                "SELECT * FROM record WHERE lane = ? AND seq > ? ORDER BY seq LIMIT ?",
                lane.code(),
                seq,
                atMost));
    items.addAll(
        sql.list(
            row ->
                new Tombstone(Math.max(row.getLong(1), seq + 1), row.getLong(2), row.getString(3)),
            "SELECT first_seq, last_seq, reason FROM tombstone"
                + " WHERE lane = ? AND last_seq > ? ORDER BY first_seq LIMIT ?",
            lane.code(),
            seq,
            atMost));
    items.sort(Comparator.comparingLong(Item::first));
    return List.copyOf(items.subList(0, Math.min(atMost, items.size())));
  }

  /**
   * Gives up the oldest records of a lane, up to and including {@code seq}, leaving a tombstone.
   */
  void giveUp(Lane lane, long first, long last, String reason) throws SQLException {
    sql.update(
        "DELETE FROM record WHERE lane = ? AND seq BETWEEN ? AND ?", lane.code(), first, last);
    int grown =
        sql.update(
            "UPDATE tombstone SET last_seq = ? WHERE lane = ? AND last_seq = ? AND reason = ?",
            last,
            lane.code(),
            first - 1,
            reason);
    if (grown == 0) {
      sql.update(
          "INSERT INTO tombstone (lane, first_seq, last_seq, reason) VALUES (?, ?, ?, ?)",
          lane.code(),
          first,
          last,
          reason);
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("seq"),
        Kind.of(row.getInt("kind")),
        new Stamp(
            row.getLong("boot"),
            row.getLong("uptime_ms"),
            row.getLong("utc_ms"),
            TimeSource.of(row.getInt("source")),
            row.getLong("uncertainty_ms")),
        row.getBytes("body"));
  }
}
