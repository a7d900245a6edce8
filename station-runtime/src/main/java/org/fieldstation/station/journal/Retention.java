package org.fieldstation.station.journal;

import java.sql.SQLException;
import java.util.Collection;

/** What a lane gives up when there is no room for all of it. */
record Retention(Sql sql, LaneTable lanes, ReceiptTable receipts) {

  /**
   * Gives up the oldest records of a lane beyond {@code atMost}; those that some server never had
   * leave a tombstone. Within a transaction.
   *
   * @return how many were given up
   */
  long giveUpOldest(Lane lane, long atMost, Collection<String> servers) throws SQLException {
    long excess = sql.number("SELECT COUNT(*) FROM record WHERE lane = ?", lane.code()) - atMost;
    if (excess <= 0) {
      return 0;
    }
    long last =
        sql.number(
            "SELECT seq FROM record WHERE lane = ? ORDER BY seq LIMIT 1 OFFSET ?",
            lane.code(),
            excess - 1);
    long stored = receipts.everywhere(servers, lane);
    sql.update(
        "DELETE FROM record WHERE lane = ? AND seq <= ?", lane.code(), Math.min(last, stored));
    long first = sql.number("SELECT COALESCE(MIN(seq), 0) FROM record WHERE lane = ?", lane.code());
    if (first != 0 && first <= last) {
      lanes.giveUp(lane, first, last, "retention");
    }
    return excess;
  }
}
