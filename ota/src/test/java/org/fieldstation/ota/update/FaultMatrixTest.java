package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fieldstation.ota.disk.MemoryDisk.PowerCut;
import org.fieldstation.ota.disk.MemoryDisk.Survives;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each phase with each fault: afterwards the old release or the new one runs, and it is reported.
 */
class FaultMatrixTest {

  /** What happens at the beginning of a phase; ALWAYS until somebody mends the program. */
  enum Fault {
    KILL_ONCE,
    KILL_ALWAYS,
    EXCEPTION_ONCE,
    EXCEPTION_ALWAYS,
    HANG_ONCE,
    HANG_ALWAYS,
    POWER_CUT_ONCE,
    POWER_CUT_ALWAYS,
    DISK_FULL,
    BAD_SIGNATURE,
    OBJECTS_ALTERED,
    WRONG_ARCHITECTURE,
    CLOCK_OF_1970;

    boolean isLasting() {
      return name().endsWith("ALWAYS");
    }
  }

  /** The process ends; what it wrote and did not sync is still there. */
  private static final class Ended extends RuntimeException {}

  private static final NavigableMap<Phase, NavigableMap<Fault, String>> ENDS = new TreeMap<>();

  static Stream<Arguments> matrix() {
    return Arrays.stream(Phase.values())
        .flatMap(phase -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(phase, fault)));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void afterAnyFaultInAnyPhaseAWholeReleaseRuns(Phase phase, Fault fault) throws IOException {
    var mast = leadingTo(phase);
    mast.survives = Survives.NONE;
    var happened = new boolean[1];
    mast.watcher =
        entered -> {
          if (entered == phase && (!happened[0] || fault.isLasting())) {
            happened[0] = true;
            happen(mast, fault);
          }
        };
    live(mast);
    assertThat(happened[0]).isTrue();
    assertThat(mast.runs()).isIn("1.0.0", "1.1.0");
    if (!fault.isLasting()) {
      assertThat(mast.station.reports).hasSize(1);
      assertThat(mast.runs().equals("1.1.0"))
          .isEqualTo(mast.station.reports.equals(List.of("SUCCESS")));
    }
    mast.watcher = _ -> {}; // a program that is repaired tells what happened meanwhile
    live(mast);
    assertThat(mast.station.reports).isNotEmpty();
    assertThat(mast.runs().equals("1.1.0"))
        .isEqualTo(mast.station.reports.getLast().equals("SUCCESS"));
    ENDS.computeIfAbsent(phase, _ -> new TreeMap<>())
        .put(fault, mast.runs() + " " + mast.station.reports.getLast());
  }

  /** A station on its way into that phase: some are only reached by what goes wrong. */
  private static Mast leadingTo(Phase phase) throws IOException {
    var mast = new Mast(7);
    mast.newCrashes = phase == Phase.ROLLING_BACK || phase == Phase.ROLLED_BACK;
    if (phase == Phase.REFUSED) {
      mast.station.platform = new Platform("aarch64", 21);
    }
    return mast;
  }

  private static void live(Mast mast) {
    for (int life = 0; life < 60; life++) {
      try {
        mast.live(60);
        return;
      } catch (Ended _) {
        // the launcher starts another
      }
    }
  }

  private static void happen(Mast mast, Fault fault) {
    switch (fault) {
      case POWER_CUT_ONCE, POWER_CUT_ALWAYS -> throw new PowerCut();
      // Who hangs is ended by the service manager, or on trial by the launcher (LauncherTest).
      case KILL_ONCE, KILL_ALWAYS, EXCEPTION_ONCE, EXCEPTION_ALWAYS, HANG_ONCE, HANG_ALWAYS ->
          throw new Ended();
      case DISK_FULL -> mast.fillDisk();
      case BAD_SIGNATURE -> alter(mast, "metadata/timestamp.json");
      case OBJECTS_ALTERED -> alter(mast, "objects/");
      case WRONG_ARCHITECTURE -> mast.station.platform = new Platform("riscv64", 25);
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

  /** What a build keeps of it: target/update-matrix.md. */
  @AfterAll
  static void report() throws IOException {
    var text = new StringBuilder("| phase |");
    Arrays.stream(Fault.values())
        .forEach(fault -> text.append(' ').append(word(fault)).append(" |"));
    text.append("\n|---|").append("---|".repeat(Fault.values().length)).append('\n');
    ENDS.forEach((phase, ends) -> {
      text.append("| ").append(word(phase)).append(" |");
      ends.values()
          .forEach(end -> text.append(' ').append(end.toLowerCase(Locale.ROOT)).append(" |"));
      text.append('\n');
    });
    var cells = ENDS.values().stream().mapToInt(NavigableMap::size).sum();
    text.append("\n%d cells, 0 bricked: a whole release runs, and it was told%n".formatted(cells));
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/update-matrix.md"), text);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Wherever work crashes every time, it is given up after {@link Updater#MOST_TRIES}. */
  @ParameterizedTest
  @EnumSource(names = {"METADATA", "DOWNLOADING", "VERIFYING", "STAGING", "ACTIVATING"})
  void workThatAlwaysCrashesIsGivenUpAndReported(Phase phase) throws IOException {
    var mast = new Mast(7);
    mast.watcher =
        entered -> {
          if (entered == phase && mast.updater().state().tries().begun() <= Updater.MOST_TRIES) {
            throw new Ended();
          }
        };
    live(mast);
    assertThat(mast.runs()).isEqualTo("1.0.0");
    assertThat(mast.station.reports).containsExactly("FAILED TOO_MANY_TRIES");
  }
}
