package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.ota.disk.MemoryDisk.PowerCut;
import org.fieldstation.ota.disk.MemoryDisk.Survives;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each phase with each fault: afterwards the old release or the new one runs, and it is reported.
 */
class FaultMatrixTest {

  /** What happens at the beginning of a phase. */
  enum Fault {
    CUT_ONCE,
    CUT_ALWAYS,
    EXCEPTION_ONCE,
    EXCEPTION_ALWAYS,
    DISK_FULL,
    BAD_SIGNATURE,
    OBJECTS_ALTERED,
    CLOCK_OF_1970
  }

  /** A fault of our own code. */
  private static final class Bug extends RuntimeException {}

  static Stream<Arguments> matrix() {
    return Arrays.stream(Phase.values())
        .filter(phase -> phase != Phase.REFUSED && phase != Phase.ROLLED_BACK)
        .filter(phase -> phase != Phase.ROLLING_BACK)
        .flatMap(phase -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(phase, fault)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void afterAnyFaultInAnyPhaseAWholeReleaseRuns(Phase phase, Fault fault) throws IOException {
    var mast = new Mast(7);
    mast.survives = Survives.NONE;
    var happened = new boolean[1];
    mast.watcher =
        entered -> {
          if (entered == phase && (!happened[0] || isLasting(fault))) {
            happened[0] = true;
            happen(mast, fault);
          }
        };
    live(mast);
    assertThat(happened[0]).isTrue();
    assertThat(mast.runs()).isIn("1.0.0", "1.1.0");
    if (!isLasting(fault)) {
      assertThat(mast.station.reports).hasSize(1);
      assertThat(mast.runs().equals("1.1.0"))
          .isEqualTo(mast.station.reports.equals(List.of("SUCCESS")));
    }
    mast.watcher = _ -> {}; // a program that is repaired tells what happened meanwhile
    live(mast);
    assertThat(mast.station.reports).isNotEmpty();
    assertThat(mast.runs().equals("1.1.0"))
        .isEqualTo(mast.station.reports.getLast().equals("SUCCESS"));
  }

  private static boolean isLasting(Fault fault) {
    return fault == Fault.CUT_ALWAYS || fault == Fault.EXCEPTION_ALWAYS;
  }

  private static void live(Mast mast) {
    for (int life = 0; life < 60; life++) {
      try {
        mast.live(60);
        return;
      } catch (Bug _) {
        // the process ends, the launcher starts another
      }
    }
  }

  private static void happen(Mast mast, Fault fault) {
    switch (fault) {
      case CUT_ONCE, CUT_ALWAYS -> throw new PowerCut();
      case EXCEPTION_ONCE, EXCEPTION_ALWAYS -> throw new Bug();
      case DISK_FULL -> mast.fillDisk();
      case BAD_SIGNATURE -> alter(mast, "metadata/timestamp.json");
      case OBJECTS_ALTERED -> alter(mast, "objects/");
      case CLOCK_OF_1970 -> mast.clock = Instant.EPOCH;
    }
  }

  private static void alter(Mast mast, String prefix) {
    mast.signers.repository.files.replaceAll((name, bytes) -> {
      var altered = bytes.clone();
      altered[altered.length / 2] ^= name.startsWith(prefix) ? (byte) 1 : 0;
      return altered;
    });
  }

  /** Wherever work crashes every time, it is given up after {@link Updater#MOST_TRIES}. */
  @ParameterizedTest
  @EnumSource(names = {"METADATA", "DOWNLOADING", "VERIFYING", "STAGING", "ACTIVATING"})
  void workThatAlwaysCrashesIsGivenUpAndReported(Phase phase) throws IOException {
    var mast = new Mast(7);
    mast.watcher =
        entered -> {
          if (entered == phase && mast.updater().state().tries().begun() <= Updater.MOST_TRIES) {
            throw new Bug();
          }
        };
    live(mast);
    assertThat(mast.runs()).isEqualTo("1.0.0");
    assertThat(mast.station.reports).containsExactly("FAILED TOO_MANY_TRIES");
  }
}
