package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Stamp;

/** What a central store holds, told to whoever asks; it may be asked while the server runs. */
public final class CentralReport {
  private final Path file;

  public CentralReport(Path file) {
    this.file = file;
  }

  /** The stations that have ever delivered. */
  public List<String> stations() {
    var stations = new ArrayList<String>();
    read(
        "SELECT DISTINCT station FROM journal WHERE station >= ? ORDER BY station",
        "",
        row -> stations.add(row.getString(1)));
    return stations;
  }

  /** How much there is of a station. */
  public Counts counts(String station) {
    return new Counts(
        count(
            "SELECT count(*) FROM record JOIN journal ON id = journal WHERE station = ?", station),
        count(
            "SELECT coalesce(sum(duplicates), 0) FROM progress JOIN journal ON id = journal"
                + " WHERE station = ?",
            station),
        count(
            "SELECT count(*) FROM conflict JOIN journal ON id = journal WHERE station = ?",
            station));
  }

  /** Every record of a station, by epoch as first seen, lane and seq. */
  public void records(String station, Consumer<StoredRecord> each) {
    read(
        """
        SELECT epoch, lane, seq, kind, boot, uptime_ms, utc_ms, source, uncertainty_ms, body
        FROM record JOIN journal ON id = journal
        WHERE station = ? ORDER BY journal, lane, seq\
        """,
        station,
        row -> each.accept(record(row)));
  }

  /** The newest records of a station, newest first, at most so many. */
  public List<StoredRecord> latest(String station, Kind kind, int atMost) {
    var latest = new ArrayList<StoredRecord>();
    read(
        """
        SELECT epoch, lane, seq, kind, boot, uptime_ms, utc_ms, source, uncertainty_ms, body
        FROM record JOIN journal ON id = journal
        WHERE station = ? AND kind = %d ORDER BY utc_ms DESC, seq DESC LIMIT %d\
        """
            .formatted(kind.code(), atMost),
        station,
        row -> latest.add(record(row)));
    return latest;
  }

  /** When the newest record of a station was written, as the station believed; empty for none. */
  public Optional<Instant> lastWritten(String station) {
    var newest = new ArrayList<Instant>();
    read(
        "SELECT max(utc_ms), count(*) FROM record JOIN journal ON id = journal WHERE station = ?",
        station,
        row -> {
          if (row.getLong(2) > 0) {
            newest.add(Instant.ofEpochMilli(row.getLong(1)));
          }
        });
    return newest.stream().findFirst();
  }

  /** What is missing of a station below the highest number known, and what it gave up. */
  public List<Gap> gaps(String station) {
    var gaps = new ArrayList<Gap>();
    read(
        """
        SELECT id, epoch, lane FROM progress JOIN journal ON id = journal
        WHERE station = ? ORDER BY id, lane\
        """,
        station,
        row -> {
          var holes = Holes.of(row.getStatement().getConnection(), row.getLong(1), row.getInt(3));
          gaps.addAll(holes.gaps(row.getString(2), Lane.of(row.getInt(3))));
        });
    return gaps;
  }

  private static StoredRecord record(ResultSet row) throws SQLException {
    var stamp =
        new Stamp(
            row.getLong(5),
            row.getLong(6),
            row.getLong(7),
            TimeSource.of(row.getInt(8)),
            row.getLong(9));
    return new StoredRecord(
        row.getString(1),
        Lane.of(row.getInt(2)),
        new Entry(row.getLong(3), Kind.of(row.getInt(4)), stamp, row.getBytes(10)));
  }

  private long count(String sql, String station) {
    var counted = new ArrayList<Long>();
    read(sql, station, row -> counted.add(row.getLong(1)));
    return counted.getFirst();
  }

  private void read(String sql, String station, Row each) {
    try (Connection connection = Schema.open(file);
        var select = connection.prepareStatement(sql)) {
      select.setString(1, station);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          each.accept(rows);
        }
      }
    } catch (SQLException e) {
      throw new CentralStoreException("cannot read the central store " + file, e);
    }
  }

  @FunctionalInterface
  private interface Row {
    void accept(ResultSet row) throws SQLException;
  }
}
