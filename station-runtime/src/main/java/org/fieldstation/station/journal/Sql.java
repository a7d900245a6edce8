package org.fieldstation.station.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection and the few things a journal does with it. Not thread-safe. */
final class Sql implements AutoCloseable {
  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Work that belongs together. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  int update(String sql, Object... values) throws SQLException {
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  void script(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  <T> List<T> list(Row<T> read, String sql, Object... values) throws SQLException {
    var rows = new ArrayList<T>();
    try (var statement = prepare(sql, values);
        var result = statement.executeQuery()) {
      while (result.next()) {
        rows.add(read.read(result));
      }
    }
    return rows;
  }

  <T> Optional<T> first(Row<T> read, String sql, Object... values) throws SQLException {
    try (var statement = prepare(sql, values);
        var result = statement.executeQuery()) {
      return result.next() ? Optional.of(read.read(result)) : Optional.empty();
    }
  }

  long number(String sql, Object... values) throws SQLException {
    return first(row -> row.getLong(1), sql, values).orElse(0L);
  }

  /** All of it, or nothing of it. */
  <T> T transaction(Work<T> work) throws SQLException {
    script("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      var result = work.run();
      script("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      script("ROLLBACK");
    } catch (SQLException alreadyRolledBack) { // SQLite does so by itself on a full disk
      assert alreadyRolledBack != null;
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
