package org.fieldstation.station.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;

/** The station's starts, and the one number for each from which every uptime becomes UTC. */
final class BootTable {
  private final Sql sql;

  BootTable(Sql sql) {
    this.sql = sql;
  }

  /**
   * One start of the station.
   *
   * @param started UTC of uptime zero, as well as it is known now
   * @param lastUptime it lived at least this long
   */
  record Boot(long boot, Instant started, TimeSource source, Duration lastUptime) {}

  /** Enters this start. */
  long begin(Moment now) throws SQLException {
    long boot = 1 + sql.number("SELECT COALESCE(MAX(boot), 0) FROM boot");
    sql.update(
        "INSERT INTO boot (boot, started_utc_ms, source, uncertainty_ms, last_uptime_ms)"
            + " VALUES (?, ?, ?, ?, ?)",
        boot,
        started(now).toEpochMilli(),
        now.source().code(),
        now.uncertainty().toMillis(),
        now.uptime().toMillis());
    return boot;
  }

  /** Notes that the station still lives. */
  void alive(long boot, Moment now) throws SQLException {
    sql.update("UPDATE boot SET last_uptime_ms = ? WHERE boot = ?", now.uptime().toMillis(), boot);
  }

  /** Repairs when this start was, and with it the time of everything since. */
  void repair(long boot, Moment now) throws SQLException {
    sql.update(
        "UPDATE boot SET started_utc_ms = ?, source = ?, uncertainty_ms = ? WHERE boot = ?",
        started(now).toEpochMilli(),
        now.source().code(),
        now.uncertainty().toMillis(),
        boot);
  }

  Boot one(long boot) throws SQLException {
    return sql.first(BootTable::read, "SELECT * FROM boot WHERE boot = ?", boot).orElseThrow();
  }

  List<Boot> all() throws SQLException {
    return sql.list(BootTable::read, "SELECT * FROM boot ORDER BY boot");
  }

  private static Boot read(ResultSet row) throws SQLException {
    return new Boot(
        row.getLong("boot"),
        Instant.ofEpochMilli(row.getLong("started_utc_ms")),
        TimeSource.of(row.getInt("source")),
        Duration.ofMillis(row.getLong("last_uptime_ms")));
  }

  private static Instant started(Moment now) {
    return now.utc().minus(now.uptime());
  }
}
