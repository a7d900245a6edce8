package org.fieldstation.sim.central;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Lane;

/** The statements that put things into the store; their transaction is the caller's. */
final class Shelf {
  private final Connection connection;

  Shelf(Connection connection) {
    this.connection = connection;
  }

  /** The number of a station's journal, given when it is first seen. */
  long journal(String station, String epoch) throws SQLException {
    update("INSERT OR IGNORE INTO journal (station, epoch) VALUES (?, ?)", station, epoch);
    return number("SELECT id FROM journal WHERE station = ? AND epoch = ?", 0, station, epoch);
  }

  /**
   * Adds a record unless there is one of that number. The first stays; a different one is noted.
   *
   * @return whether it was new
   */
  boolean add(long journal, Lane lane, Entry entry) throws SQLException {
    var stamp = entry.stamp();
    byte[] hash = Digest.of(entry);
    int added =
        update(
            "INSERT OR IGNORE INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            journal,
            lane.code(),
            entry.seq(),
            entry.kind().code(),
            stamp.boot(),
            stamp.uptimeMillis(),
            stamp.utcMillis(),
            stamp.source().code(),
            stamp.uncertaintyMillis(),
            entry.body(),
            hash);
    if (added == 0) {
      update(
          """
          INSERT OR IGNORE INTO conflict
          SELECT journal, lane, seq, ? FROM record
          WHERE journal = ? AND lane = ? AND seq = ? AND hash <> ?\
          """,
          hash,
          journal,
          lane.code(),
          entry.seq(),
          hash);
    }
    return added > 0;
  }

  /** Adds a tombstone. Returns whether it was new. */
  boolean add(long journal, Lane lane, Tombstone tombstone) throws SQLException {
    return update(
            "INSERT OR IGNORE INTO tombstone VALUES (?, ?, ?, ?, ?)",
            journal,
            lane.code(),
            tombstone.first(),
            tombstone.last(),
            tombstone.reason())
        > 0;
  }

  /** Moves a lane's mark to its first hole. Returns the mark: everything up to it is there. */
  long advance(long journal, Lane lane, long duplicates) throws SQLException {
    long mark =
        number(
            "SELECT contiguous FROM progress WHERE journal = ? AND lane = ?",
            0,
            journal,
            lane.code());
    for (long next = fill(journal, lane, mark); next > mark; next = fill(journal, lane, mark)) {
      mark = next;
    }
    update(
        """
        INSERT INTO progress VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET contiguous = excluded.contiguous,
          duplicates = duplicates + excluded.duplicates\
        """,
        journal,
        lane.code(),
        mark,
        duplicates);
    return mark;
  }

  /** How far one tombstone, or else the records next to each other, lead on from the mark. */
  private long fill(long journal, Lane lane, long mark) throws SQLException {
    long buried =
        number(
            """
            SELECT coalesce(max(last), 0) FROM tombstone
            WHERE journal = ? AND lane = ? AND first <= ? AND last > ?\
            """,
            mark,
            journal,
            lane.code(),
            mark + 1,
            mark);
    if (buried > mark) {
      return buried;
    }
    try (var select =
            prepare(
                "SELECT seq FROM record WHERE journal = ? AND lane = ? AND seq > ? ORDER BY seq",
                journal,
                lane.code(),
                mark);
        var rows = select.executeQuery()) {
      long end = mark;
      while (rows.next() && rows.getLong(1) == end + 1) {
        end++;
      }
      return end;
    }
  }

  private long number(String sql, long otherwise, Object... values) throws SQLException {
    try (var select = prepare(sql, values);
        var rows = select.executeQuery()) {
      long value = rows.next() ? rows.getLong(1) : otherwise;
      return value;
    }
  }

  private int update(String sql, Object... values) throws SQLException {
    try (var update = prepare(sql, values)) {
      return update.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
