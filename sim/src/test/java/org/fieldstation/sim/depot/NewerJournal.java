package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;

/**
 * What a later release does to the journal: a second migration, which adds. The release gets the
 * class that lists the migrations with one more in the list, as its developers would write it.
 */
final class NewerJournal {
  private static final String PACKAGE = "org/fieldstation/station/journal/";
  private static final Path SOURCE =
      Path.of("../station-runtime/src/main/java", PACKAGE, "Migrations.java");
  private static final Path SCRIPT =
      Path.of("../station-runtime/src/test/resources", PACKAGE, "V002-adds.sql");
  private static final String OURS = "List.of(\"V001.sql\")";

  private NewerJournal() {}

  /** Gives a release the second migration, before its own classes on the class path. */
  static void give(Path release) throws IOException {
    var newer = release.resolve("newer");
    var scripts = Files.createDirectories(newer.resolve(PACKAGE));
    Files.copy(SCRIPT, scripts.resolve("V002-adds.sql"));
    var text = Files.readString(SOURCE);
    assertThat(text).contains(OURS);
    var source = release.resolveSibling("Migrations.java");
    Files.writeString(source, text.replace(OURS, "List.of(\"V001.sql\", \"V002-adds.sql\")"));
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "no compiler");
    int code =
        compiler.run(
            null,
            null,
            null,
            List.of(
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    newer.toString(),
                    source.toString())
                .toArray(String[]::new));
    assertThat(code).isZero();
    var program = release.resolve("bin/station");
    Files.writeString(
        program, Files.readString(program).replace("-cp 'lib/*'", "-cp 'newer:lib/*'"));
  }

  /** How many migrations a journal has had. */
  static int shape(Path data) throws SQLException {
    try (var sql = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        var row = sql.createStatement().executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }
}
