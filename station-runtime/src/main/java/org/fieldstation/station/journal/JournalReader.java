package org.fieldstation.station.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.fieldstation.station.effort.Effort;

/** Reads a journal beside its writer, or after it. */
public final class JournalReader implements AutoCloseable {
  private static final int PAGE = 500;

  private final Path file;
  private final Sql sql;
  private final LaneTable lanes;

  private JournalReader(Path file, Sql sql) {
    this.file = file;
    this.sql = sql;
    this.lanes = new LaneTable(sql);
  }

  /**
   * Opens the journal of a data folder.
   *
   * @throws JournalException when there is none, or it is damaged
   */
  public static JournalReader open(Path folder) {
    var file = JournalHome.file(folder);
    return new JournalReader(file, JournalFile.openToRead(file));
  }

  /**
   * How a lane stands.
   *
   * @param last the last number given
   * @param held records still here
   * @param givenUp records that a tombstone stands for
   * @param confirmed up to where each server has said it has everything
   */
  public record LaneState(
      Lane lane, long last, long held, long givenUp, Map<String, Long> confirmed) {}

  public String epoch() {
    return read(() -> sql.first(row -> row.getString(1), "SELECT epoch FROM journal").orElse(""));
  }

  public long boots() {
    return read(() -> sql.number("SELECT COUNT(*) FROM boot"));
  }

  /** How each lane stands, most urgent first. */
  public List<LaneState> lanes() {
    return read(() -> {
      var states = new ArrayList<LaneState>();
      for (var lane : Lane.values()) {
        states.add(state(lane));
      }
      return states;
    });
  }

  /** Every item of every lane, in order. */
  public void items(BiConsumer<Lane, Item> visit) {
    for (var lane : Lane.values()) {
      long seq = 0;
      var page = after(lane, seq, PAGE);
      while (!page.isEmpty()) {
        page.forEach(item -> visit.accept(lane, item));
        seq = page.getLast().last();
        page = after(lane, seq, PAGE);
      }
    }
  }

  /** What every sensor did with every second. */
  public Ledger ledger() {
    return read(() ->
        new Ledger(
            new BootTable(sql).all(),
            new EffortTable(sql).rows("ORDER BY sensor, boot, from_uptime_ms")));
  }

  /** What each sensor did last, of those that did anything since the latest start. */
  public Map<String, Effort> latestEfforts() {
    return read(() -> {
      var latest = new TreeMap<String, Effort>();
      new EffortTable(sql)
          .rows("WHERE boot = (SELECT MAX(boot) FROM boot) ORDER BY from_uptime_ms")
          .forEach(row -> latest.put(row.span().sensor(), row.span().effort()));
      return latest;
    });
  }

  /** Everything that is wrong with the file, in SQLite's words and ours; empty when nothing is. */
  public List<String> faults() {
    return read(() -> {
      var faults = new ArrayList<>(sql.list(row -> row.getString(1), "PRAGMA integrity_check"));
      faults.remove("ok");
      for (var lane : lanes()) {
        if (lane.last()
            < sql.number(
                "SELECT COALESCE(MAX(seq), 0) FROM record WHERE lane = ?", lane.lane().code())) {
          faults.add(lane.lane() + ": a record lies beyond the last number given");
        }
      }
      return faults;
    });
  }

  /** What stands in a lane after a number, in order and without gaps; at most so many items. */
  public List<Item> after(Lane lane, long seq, int atMost) {
    return read(() -> lanes.after(lane, seq, atMost));
  }

  private LaneState state(Lane lane) throws SQLException {
    var confirmed = new TreeMap<String, Long>();
    sql.list(
        row -> confirmed.put(row.getString(1), row.getLong(2)),
        "SELECT server, up_to FROM receipt WHERE lane = ?",
        lane.code());
    return new LaneState(
        lane,
        lanes.last(lane),
        sql.number("SELECT COUNT(*) FROM record WHERE lane = ?", lane.code()),
        sql.number(
            "SELECT COALESCE(SUM(last_seq - first_seq + 1), 0) FROM tombstone WHERE lane = ?",
            lane.code()),
        confirmed);
  }

  private <T> T read(Sql.Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw JournalFile.translate(file, e);
    }
  }

  @Override
  public void close() {
    read(() -> {
      sql.close();
      return file;
    });
  }
}
