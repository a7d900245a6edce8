package org.fieldstation.station.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The journal's shapes, one .sql file each. The database remembers how many it has had in {@code
 * user_version}, and how many a release has to know to work with it in {@code application_id}.
 *
 * <p>After an update that is taken back, an older release runs on a newer shape. So a migration
 * only adds (tables, and columns that may be left out), and says in its first line {@code -- least:
 * N} which release still works with it. Taking something away comes a release later, when nobody
 * goes back that far any more.
 */
record Migrations(List<String> scripts) {
  static final Migrations OURS = new Migrations(List.of("V001.sql"));

  private static final Pattern LEAST = Pattern.compile("-- least: (\\d{1,4})\\n[\\s\\S]*");

  Migrations {
    scripts = List.copyOf(scripts);
  }

  /** This release can work with the database, though it may be of a newer one. */
  boolean understand(Sql sql) throws SQLException {
    long version = sql.number("PRAGMA user_version");
    long least = sql.number("PRAGMA application_id");
    return version <= scripts.size() || (least > 0 && least <= scripts.size());
  }

  /** Brings the database up to this release, one transaction each. */
  void bring(Sql sql) throws SQLException {
    for (int done = (int) sql.number("PRAGMA user_version"); done < scripts.size(); done++) {
      var script = read(scripts.get(done));
      int version = done + 1;
      var least = LEAST.matcher(script);
      int needs = least.matches() ? Integer.parseInt(least.group(1)) : version;
      sql.transaction(() -> {
        sql.script(script);
        sql.script("PRAGMA user_version = " + version);
        sql.script("PRAGMA application_id = " + needs);
        return version;
      });
    }
  }

  private static String read(String migration) {
    try (var in = Migrations.class.getResourceAsStream(migration)) {
      if (in == null) {
        throw new IllegalStateException("migration " + migration + " is not in this release");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
