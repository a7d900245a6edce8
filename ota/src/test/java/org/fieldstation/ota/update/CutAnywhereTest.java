package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.fieldstation.ota.disk.MemoryDisk.Survives;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The power is cut before the first change to the disk, then before the second, and so on until an
 * update gets through. What was not synced survives, is lost, or survives in part.
 */
@Tag("slow")
class CutAnywhereTest {

  @ParameterizedTest
  @EnumSource(Survives.class)
  void anUpdateCutAnywhereComesToItsEndAndIsReported(Survives survives) throws IOException {
    var whole = new Mast(0);
    var before = whole.disk.changes();
    whole.live(20);
    var changes = whole.disk.changes() - before;
    for (long cut = 0; cut < changes; cut++) {
      var mast = new Mast(cut);
      mast.survives = survives;
      mast.disk.cutAfter(cut);
      mast.live(20);
      assertThat(mast.runs()).as("cut %d", cut).isEqualTo("1.1.0");
      assertThat(mast.station.reports).as("cut %d", cut).contains("SUCCESS");
    }
    assertThat(changes).isGreaterThan(100); // times three, times two tests
  }

  /** A release that never starts, with a cut on top. */
  @ParameterizedTest
  @EnumSource(Survives.class)
  void goingBackCutAnywhereEndsWithTheOldRelease(Survives survives) throws IOException {
    var whole = failing(0);
    var before = whole.disk.changes();
    whole.live(30);
    var changes = whole.disk.changes() - before;
    for (long cut = 0; cut < changes; cut++) {
      var mast = failing(cut);
      mast.survives = survives;
      mast.disk.cutAfter(cut);
      mast.live(30);
      assertThat(mast.runs()).as("cut %d", cut).isEqualTo("1.0.0");
      assertThat(mast.station.reports).as("cut %d", cut).contains("FAILED DID_NOT_START");
    }
    assertThat(changes).isGreaterThan(100); // times three, times two tests
  }

  private static Mast failing(long seed) throws IOException {
    var mast = new Mast(seed);
    mast.newCrashes = true;
    return mast;
  }
}
