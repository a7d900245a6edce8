package org.fieldstation.station.journal;

import java.sql.SQLException;
import java.util.Collection;

/** What each server has said it has stored, and what may therefore be forgotten. */
final class ReceiptTable {
  private final Sql sql;

  ReceiptTable(Sql sql) {
    this.sql = sql;
  }

  /** Up to where a server has a lane; 0 when it has nothing. */
  long upTo(String server, Lane lane) throws SQLException {
    return sql.number(
        "SELECT up_to FROM receipt WHERE server = ? AND lane = ?", server, lane.code());
  }

  /** Keeps a receipt; an older one changes nothing. */
  void keep(String server, Lane lane, long upTo) throws SQLException {
    sql.update(
        "INSERT INTO receipt (server, lane, up_to) VALUES (?, ?, ?)"
            + " ON CONFLICT DO UPDATE SET up_to = MAX(up_to, excluded.up_to)",
        server,
        lane.code(),
        upTo);
  }

  /** Takes back what a server had said. */
  void fallBack(String server, Lane lane, long upTo) throws SQLException {
    sql.update(
        "UPDATE receipt SET up_to = ? WHERE server = ? AND lane = ?", upTo, server, lane.code());
  }

  /** Up to where every one of these servers has a lane. */
  long everywhere(Collection<String> servers, Lane lane) throws SQLException {
    long least = servers.isEmpty() ? 0 : Long.MAX_VALUE;
    for (var server : servers) {
      least = Math.min(least, upTo(server, lane));
    }
    return least;
  }

  /**
   * Deletes records of a lane that are stored everywhere and older than {@code beforeUtcMillis}.
   */
  int forget(Collection<String> servers, Lane lane, long beforeUtcMillis) throws SQLException {
    return sql.update(
        "DELETE FROM record WHERE lane = ? AND seq <= ? AND utc_ms < ?",
        lane.code(),
        everywhere(servers, lane),
        beforeUtcMillis);
  }
}
