package org.fieldstation.station.journal;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.SQLiteConfig;

/**
 * The tables and columns of a database. A file can be sound to SQLite and no journal any more: a
 * release that was taken back may have dropped a table.
 */
record Shape(Set<String> columns) {
  private static final String COLUMNS =
      "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
          + " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";

  Shape {
    columns = Set.copyOf(columns);
  }

  static Shape of(Sql sql) throws SQLException {
    return new Shape(Set.copyOf(sql.list(row -> row.getString(1), COLUMNS)));
  }

  /** What these migrations make of nothing. */
  static Shape of(Migrations migrations) throws SQLException {
    try (var sql = new Sql(new SQLiteConfig().createConnection("jdbc:sqlite::memory:"))) {
      migrations.bring(sql);
      return of(sql);
    }
  }

  /** What another shape has and this one lacks; more than that is no harm. */
  Set<String> lacks(Shape other) {
    var missing = new TreeSet<>(other.columns());
    missing.removeAll(columns);
    return missing;
  }
}
