package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The tables of the server's store. */
final class Schema {
  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS journal (
            id INTEGER PRIMARY KEY,
            station TEXT NOT NULL,
            epoch TEXT NOT NULL,
            UNIQUE (station, epoch)
          ) STRICT\
          """,
          """
          CREATE TABLE IF NOT EXISTS record (
            journal INTEGER NOT NULL REFERENCES journal,
            lane INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            boot INTEGER NOT NULL,
            uptime_ms INTEGER NOT NULL,
            utc_ms INTEGER NOT NULL,
            source INTEGER NOT NULL,
            uncertainty_ms INTEGER NOT NULL,
            body BLOB NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (journal, lane, seq)
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE IF NOT EXISTS tombstone (
            journal INTEGER NOT NULL REFERENCES journal,
            lane INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (journal, lane, first, last)
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE IF NOT EXISTS conflict (
            journal INTEGER NOT NULL REFERENCES journal,
            lane INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (journal, lane, seq, hash)
          ) STRICT, WITHOUT ROWID\
          """,
          """
          CREATE TABLE IF NOT EXISTS progress (
            journal INTEGER NOT NULL REFERENCES journal,
            lane INTEGER NOT NULL,
            contiguous INTEGER NOT NULL,
            duplicates INTEGER NOT NULL,
            PRIMARY KEY (journal, lane)
          ) STRICT, WITHOUT ROWID\
          """);

  private Schema() {}

  /** A connection to the store, whose tables are there. */
  static Connection open(Path file) throws SQLException {
    var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL"); // a receipt outlives a power cut
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA foreign_keys = ON");
      for (var table : TABLES) {
        statement.execute(table);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
