package org.fieldstation.station.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.effort.Span;

/**
 * The effort ledger on disk. The newest span of a sensor grows in place; when something else
 * begins, or it has grown long enough, it is told: a record of it is written in the same
 * transaction.
 */
final class EffortTable {

  /**
   * A server sees effort at most this late, and an hour of quiet listening costs it six records.
   */
  private static final Duration LONGEST_UNTOLD = Duration.ofMinutes(10);

  private final Sql sql;

  EffortTable(Sql sql) {
    this.sql = sql;
  }

  /** A span and the start it belongs to. */
  record Row(long boot, Span span) {}

  /** Enters a span; {@code tell} gets those that are complete. */
  void enter(long boot, Span span, Consumer<Row> tell) throws SQLException {
    var open = untold(span.sensor());
    var grown = open.filter(row -> row.boot() == boot && continues(row.span(), span));
    if (grown.isPresent()) {
      var whole = grown.get().span();
      extend(
          boot,
          new Span(whole.sensor(), whole.from(), span.to(), whole.effort(), whole.reason()),
          tell);
    } else {
      if (open.isPresent()) {
        close(open.get(), tell);
      }
      insert(boot, span, tell);
    }
  }

  /** Tells every span that is still growing: another start of the station begins. */
  void closeAll(Consumer<Row> tell) throws SQLException {
    for (var row : rows("WHERE told = 0 ORDER BY sensor")) {
      close(row, tell);
    }
  }

  List<Row> rows(String where, Object... values) throws SQLException {
    return sql.list(
        row ->
            new Row(
                row.getLong("boot"),
                new Span(
                    row.getString("sensor"),
                    Duration.ofMillis(row.getLong("from_uptime_ms")),
                    Duration.ofMillis(row.getLong("to_uptime_ms")),
                    Effort.of(row.getInt("state")),
                    row.getString("reason"))),
        "SELECT * FROM effort " + where,
        values);
  }

  private Optional<Row> untold(String sensor) throws SQLException {
    return rows("WHERE sensor = ? AND told = 0", sensor).stream().findFirst();
  }

  private static boolean continues(Span before, Span after) {
    return before.effort() == after.effort()
        && before.reason().equals(after.reason())
        && before.to().toMillis() == after.from().toMillis();
  }

  private void insert(long boot, Span span, Consumer<Row> tell) throws SQLException {
    if (span.to().toMillis() == span.from().toMillis()) {
      return; // shorter than the ledger's resolution
    }
    boolean told = isLong(span);
    sql.update(
        "INSERT INTO effort (sensor, boot, from_uptime_ms, to_uptime_ms, state, reason, told)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        span.sensor(),
        boot,
        span.from().toMillis(),
        span.to().toMillis(),
        span.effort().code(),
        span.reason(),
        told ? 1 : 0);
    if (told) {
      tell.accept(new Row(boot, span));
    }
  }

  private void extend(long boot, Span span, Consumer<Row> tell) throws SQLException {
    boolean told = isLong(span);
    sql.update(
        "UPDATE effort SET to_uptime_ms = ?, told = ?"
            + " WHERE sensor = ? AND boot = ? AND from_uptime_ms = ?",
        span.to().toMillis(),
        told ? 1 : 0,
        span.sensor(),
        boot,
        span.from().toMillis());
    if (told) {
      tell.accept(new Row(boot, span));
    }
  }

  private void close(Row row, Consumer<Row> tell) throws SQLException {
    sql.update(
        "UPDATE effort SET told = 1 WHERE sensor = ? AND boot = ? AND from_uptime_ms = ?",
        row.span().sensor(),
        row.boot(),
        row.span().from().toMillis());
    tell.accept(row);
  }

  private static boolean isLong(Span span) {
    return span.to().minus(span.from()).compareTo(LONGEST_UNTOLD) >= 0;
  }
}
