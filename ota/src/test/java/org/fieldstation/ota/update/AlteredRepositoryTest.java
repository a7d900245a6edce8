package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A repository damaged anywhere, on purpose or not: nothing of it runs that was not signed. */
@Tag("slow")
class AlteredRepositoryTest {
  private static final int TIMES = 1000;
  private final SplittableRandom random = new SplittableRandom(66);

  @Test
  void aThousandDamagedRepositoriesLeaveAWholeReleaseAndAnAnswer() throws IOException {
    var refused = 0;
    var told = 0;
    for (int i = 0; i < TIMES; i++) {
      var mast = new Mast(i);
      var files = mast.signers.repository.files;
      var names = files.keySet().stream().sorted().toList();
      var name = names.get(random.nextInt(names.size()));
      files.computeIfPresent(name, (_, bytes) -> damaged(bytes));
      mast.live(10);
      var isNew = mast.runs().equals("1.1.0");
      if (!isNew) {
        refused++;
        assertThat(mast.runs()).as("%s, try %d", name, i).isEqualTo("1.0.0");
        told += mast.station.reports.isEmpty() ? 0 : 1;
        assertThat(List.copyOf(mast.station.reports))
            .as("%s, try %d", name, i)
            .allMatch(report -> report.startsWith("BAD_INTEGRITY "));
      }
      assertThat(isNew).isEqualTo(mast.station.reports.contains("SUCCESS"));
    }
    System.out.printf("%d of %d refused, %d of them told at once%n", refused, TIMES, told);
    assertThat(told).isGreaterThan(refused / 2); // what is cut short is asked for again first
    assertThat(refused).isGreaterThan(TIMES / 2); // the rest hit objects nobody needed
  }

  private byte[] damaged(byte[] bytes) {
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(1 << 20));
      default -> {
        var altered = bytes.clone();
        altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
        yield altered;
      }
    };
  }
}
