package org.fieldstation.sim.central;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.sim.central.Gap.GivenUp;
import org.fieldstation.sim.central.Gap.Missing;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Lane;

/** One lane of one journal, looked at for what is not there. */
record Holes(List<Range> stored, List<Tombstone> tombstones) {

  static Holes of(Connection connection, long journal, int lane) throws SQLException {
    // Numbers next to each other differ from their rank by the same amount.
    try (var runs =
            connection.prepareStatement(
                """
                SELECT min(seq), max(seq) FROM
                  (SELECT seq, seq - row_number() OVER (ORDER BY seq) AS run
                   FROM record WHERE journal = ? AND lane = ?)
                GROUP BY run ORDER BY 1\
                """);
        var stones =
            connection.prepareStatement(
                """
                SELECT first, last, reason FROM tombstone
                WHERE journal = ? AND lane = ? ORDER BY first, last\
                """)) {
      var stored = new ArrayList<Range>();
      runs.setLong(1, journal);
      runs.setInt(2, lane);
      try (var rows = runs.executeQuery()) {
        while (rows.next()) {
          stored.add(new Range(rows.getLong(1), rows.getLong(2)));
        }
      }
      var tombstones = new ArrayList<Tombstone>();
      stones.setLong(1, journal);
      stones.setInt(2, lane);
      try (var rows = stones.executeQuery()) {
        while (rows.next()) {
          tombstones.add(new Tombstone(rows.getLong(1), rows.getLong(2), rows.getString(3)));
        }
      }
      return new Holes(stored, tombstones);
    }
  }

  /** The gaps, ascending by kind: what was given up, then what is missing. */
  List<Gap> gaps(String epoch, Lane lane) {
    var gaps = new ArrayList<Gap>();
    long highest = stored.isEmpty() ? 0 : stored.getLast().last();
    var open = List.of(new Range(1, Long.MAX_VALUE - 1));
    open = Range.without(open, stored);
    for (var stone : tombstones) {
      highest = Math.max(highest, stone.last());
      var range = List.of(new Range(stone.first(), stone.last()));
      for (var lost : Range.without(range, stored)) { // it may have arrived all the same
        gaps.add(new GivenUp(epoch, lane, lost, stone.reason()));
      }
      open = Range.without(open, range);
    }
    var beyond = List.of(new Range(highest + 1, Long.MAX_VALUE - 1));
    for (var missing : Range.without(open, beyond)) {
      gaps.add(new Missing(epoch, lane, missing));
    }
    return gaps;
  }
}
