package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fieldstation.sim.central.Cell.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loss × round trip, each with a tenth of the packets doubled, a fifth out of order, a NAT that
 * forgets and a server that is killed. All cells run side by side, since they mostly wait.
 */
@Tag("slow")
class LinkMatrixTest {
  private static final Duration A_FEW = Duration.ofSeconds(60);
  private static final Duration ALL = Duration.ofMinutes(20);

  @TempDir Path dir;

  @Test
  void everyRecordArrivesExactlyOnceOnEveryLink() throws Exception {
    boolean all = Boolean.getBoolean("fieldstation.long");
    var cells = all ? matrix() : List.of(new Cell(0, 50), new Cell(0.05, 600), new Cell(0.2, 50));

    var outcomes = run(cells, all ? ALL : A_FEW);

    System.out.println("loss  | round trip | records | duplicates | gaps | time | bytes");
    outcomes.forEach(System.out::println);
    assertThat(outcomes).allMatch(Outcome::exactlyOnce);
  }

  private static List<Cell> matrix() {
    return Stream.of(0, 0.05, 0.2, 0.4)
        .map(Number::doubleValue)
        .flatMap(loss -> Stream.of(50, 600, 2000).map(rtt -> new Cell(loss, rtt)))
        .toList();
  }

  private List<Outcome> run(List<Cell> cells, Duration atMost) throws Exception {
    try (var lines = Executors.newVirtualThreadPerTaskExecutor()) {
      var works = new ArrayList<Callable<Outcome>>();
      for (var cell : cells) {
        works.add(
            () -> cell.run(dir.resolve(cell.loss() + "-" + cell.rttMillis() + ".db"), atMost));
      }
      var outcomes = new ArrayList<Outcome>();
      for (var done : lines.invokeAll(works)) {
        outcomes.add(done.get());
      }
      return outcomes;
    }
  }
}
