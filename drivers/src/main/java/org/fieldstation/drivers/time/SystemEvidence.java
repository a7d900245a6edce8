package org.fieldstation.drivers.time;

import static org.fieldstation.drivers.time.TimeSource.NONE;
import static org.fieldstation.drivers.time.TimeSource.NTP;
import static org.fieldstation.drivers.time.TimeSource.RTC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What shows that the system's clock is right. A plausible year does not: a board without a clock
 * chip starts with the time of its last shutdown, which looks like any other.
 */
final class SystemEvidence implements Evidence.Search {

  /** timesyncd touches it at every synchronisation (systemd-timesyncd.service(8)). */
  private static final String SYNCHRONISED = "run/systemd/timesync/synchronized";

  /** 1 when this clock chip set the system's clock; the kernel refuses one that had stopped. */
  private static final String CLOCK_CHIP = "sys/class/rtc/rtc0/hctosys";

  private static final Duration NTP_AT_WORST = Duration.ofMillis(500);

  /** A good clock chip is 2 ppm off, a minute in a year. */
  private static final Duration YEAR_OF_A_CHIP = Duration.ofMinutes(1);

  private final Path root;
  private final Supplier<Optional<Duration>> kernel;
  private final InstantSource clock;

  SystemEvidence(Path root, Supplier<Optional<Duration>> kernel, InstantSource clock) {
    this.root = root;
    this.kernel = kernel;
    this.clock = clock;
  }

  /** What this computer has to show. */
  static SystemEvidence ofThisComputer() {
    var kernel = KernelClock.find();
    return new SystemEvidence(
        Path.of("/"), () -> kernel.flatMap(KernelClock::mostError), InstantSource.system());
  }

  @Override
  public Evidence look() {
    return kernel
        .get()
        .map(error -> new Evidence(NTP, error, "the kernel's clock is being kept"))
        .or(this::synchronisedOnce)
        .or(this::setByAChip)
        .orElseGet(() -> new Evidence(NONE, Duration.ZERO, "nothing has set the clock"));
  }

  private Optional<Evidence> synchronisedOnce() {
    try {
      var at = Files.getLastModifiedTime(root.resolve(SYNCHRONISED)).toInstant();
      return Optional.of(
          new Evidence(NTP, NTP_AT_WORST, "last kept by timesyncd at " + at)
              .later(Duration.between(at, clock.instant()).abs().toNanos()));
    } catch (IOException never) {
      return Optional.empty();
    }
  }

  private Optional<Evidence> setByAChip() {
    try {
      boolean set = Files.readString(root.resolve(CLOCK_CHIP)).strip().equals("1");
      return set
          ? Optional.of(new Evidence(RTC, YEAR_OF_A_CHIP, "set by the board's clock chip"))
          : Optional.empty();
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
