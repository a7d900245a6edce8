package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server acknowledged, then the power failed: what it acknowledged must still be there. */
class CentralStoreCrashTest {
  private static final int ROUNDS = 3;

  @TempDir Path dir;

  @Test
  void whatWasAcknowledgedSurvivesAKillAtAnyMoment() throws Exception {
    var random = new SplittableRandom(5);
    var file = dir.resolve("central.db");
    long acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged = Math.max(acknowledged, ingestAndKill(file, random.nextInt(5, 60)));

      long records = new CentralReport(file).counts(Songs.STATION).records();
      assertThat(records).isGreaterThanOrEqualTo(acknowledged);
      assertThat(new CentralReport(file).gaps(Songs.STATION)).isEmpty();
      assertThat(integrity(file)).isEqualTo("ok");
    }
  }

  /** Returns the last number the child said it had stored. */
  private static long ingestAndKill(Path file, int lines) throws Exception {
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Ingest.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = child.inputReader()) {
      var said = new ArrayList<>(numbers(out, lines));
      child.toHandle().destroyForcibly(); // not child.destroyForcibly(): that closes what we read
      said.addAll(numbers(out, Integer.MAX_VALUE)); // what it had still said; the last may be cut
      child.waitFor();
      return Collections.max(said);
    }
  }

  private static List<Long> numbers(BufferedReader out, int atMost) {
    return out.lines()
        .filter(line -> line.matches("[0-9]+"))
        .limit(atMost)
        .map(Long::valueOf)
        .toList();
  }

  private static String integrity(Path file) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var rows = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
      return rows.getString(1);
    }
  }

  /** The child: stores parcel after parcel and says the number up to which it has everything. */
  static final class Ingest {
    public static void main(String... args) {
      try (var store = CentralStore.open(Path.of(args[0]))) {
        long last = new CentralReport(store.file()).counts(Songs.STATION).records();
        while (true) {
          last = store.add(Songs.parcel(last + 1, last + 20)).upTo();
          System.out.println(last);
        }
      }
    }
  }
}
