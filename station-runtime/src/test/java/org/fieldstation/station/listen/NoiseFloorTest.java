package org.fieldstation.station.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A microphone that hears nothing looks like a quiet forest, day after day. */
class NoiseFloorTest {
  @TempDir Path folder;

  @Test
  void aMicrophoneThatHearsLessFromOneDayToTheNextIsTold() {
    var floor = usual();
    floor.heard(5, -88);
    floor.heard(5, -60);

    assertThat(floor.heard(6, -80).orElseThrow())
        .contains("was -88.0 dB, of 4 days before -78.0 dB")
        .contains("membrane");
  }

  @Test
  void aHumIsTold() {
    var floor = usual();
    floor.heard(5, -50);

    assertThat(floor.heard(6, -80).orElseThrow()).contains("cable");
  }

  @Test
  void anOrdinaryDayIsNot() {
    var floor = usual();
    assertThat(floor.heard(5, -74)).isEmpty();
    assertThat(floor.heard(5, -60)).isEmpty();
    assertThat(floor.heard(6, -80)).isEmpty();
  }

  @Test
  void theFirstDaysHaveNothingToCompareWith() {
    var floor = new NoiseFloor(Map.of());
    assertThat(floor.heard(1, -80)).isEmpty();
    assertThat(floor.heard(2, -40)).isEmpty();
    assertThat(floor.heard(3, -80)).isEmpty();
  }

  @Test
  void aClockThatStepsBackComparesNothing() {
    var floor = usual();
    assertThat(floor.heard(2, -10)).isEmpty();
    assertThat(floor.days()).containsEntry(2L, -79.0);
  }

  @Test
  void twoWeeksAreKept() {
    var floor = new NoiseFloor(Map.of());
    for (long day = 0; day < 40; day++) {
      floor.heard(day, -80);
    }
    assertThat(floor.days()).hasSize(14).containsKeys(26L, 39L);
  }

  @Test
  void theDaysOutliveARestart() {
    var file = new NoiseFloorFile(folder.resolve("noise-floor.tsv"));
    assertThat(file.read()).isEmpty();
    file.write(Map.of(20_000L, -78.25, 20_001L, -80.5));

    assertThat(file.read()).isEqualTo(Map.of(20_000L, -78.25, 20_001L, -80.5));
  }

  @Test
  void aStationThatIsToldToStopKeepsThemToo() {
    var file = new NoiseFloorFile(folder.resolve("noise-floor.tsv"));
    Thread.currentThread().interrupt();
    file.write(Map.of(20_000L, -78.25));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file.read()).isEqualTo(Map.of(20_000L, -78.25));
  }

  @Test
  void aDamagedFileIsBegunAnew() throws IOException {
    for (var damage :
        new String[] {"20000\n", "x\t-80\n", "20000\tquiet\n", "\0\0\0", "1\tNaN\n"}) {
      var path = Files.writeString(folder.resolve("noise-floor.tsv"), damage);
      assertThat(new NoiseFloorFile(path).read()).as(damage).isEmpty();
    }
  }

  private static NoiseFloor usual() {
    return new NoiseFloor(Map.of(1L, -78.0, 2L, -79.0, 3L, -80.0, 4L, -77.0));
  }
}
