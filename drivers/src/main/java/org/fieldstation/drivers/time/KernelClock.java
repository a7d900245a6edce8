package org.fieldstation.drivers.time;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How well the kernel thinks its clock is kept: adjtimex(2), which only reads here. Whoever keeps
 * the clock, chrony or timesyncd, tells the kernel its largest error; the kernel lets it grow by
 * 500 ppm and gives up at 16 s.
 */
final class KernelClock {

  /** struct timex of 64-bit Linux, the same on x86-64 and arm64. */
  private static final int SIZE = 208;

  private static final int MOST_ERROR = 24;
  private static final int STATUS = 40;
  private static final int UNSYNCHRONISED = 0x40;
  private static final int TIME_ERROR = 5;

  private final MethodHandle adjtimex;

  private KernelClock(MethodHandle adjtimex) {
    this.adjtimex = adjtimex;
  }

  /** The kernel's, empty where this is no Linux. */
  static Optional<KernelClock> find() {
    var linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("adjtimex")
        .map(it -> linker.downcallHandle(it, FunctionDescriptor.of(JAVA_INT, ADDRESS)))
        .map(KernelClock::new);
  }

  /** The largest error of a clock that somebody keeps; empty when nobody does. */
  Optional<Duration> mostError() {
    try (var arena = Arena.ofConfined()) {
      var timex = arena.allocate(SIZE, JAVA_LONG.byteAlignment()); // all zero: change nothing
      int state = (int) adjtimex.invokeExact(timex);
      boolean kept =
          state >= 0 && state != TIME_ERROR && (timex.get(JAVA_INT, STATUS) & UNSYNCHRONISED) == 0;
      return kept
          ? Optional.of(Duration.of(timex.get(JAVA_LONG, MOST_ERROR), ChronoUnit.MICROS))
          : Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("adjtimex could not be called", e);
    }
  }
}
