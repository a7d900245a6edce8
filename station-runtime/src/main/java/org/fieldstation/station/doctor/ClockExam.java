package org.fieldstation.station.doctor;

import java.time.Duration;
import java.util.Locale;
import org.fieldstation.drivers.time.Evidence;
import org.fieldstation.drivers.time.TimeSource;

/** Whether anything shows that the clock is right. */
record ClockExam(Evidence.Search clock) implements Examination {

  /** Records are stamped to the second; a clock worse than that should be looked at. */
  private static final Duration GOOD = Duration.ofSeconds(1);

  @Override
  public String part() {
    return "clock";
  }

  @Override
  public Finding look() {
    var evidence = clock.look();
    if (evidence.source() == TimeSource.NONE) {
      return Finding.warning(part(), Words.of("clock.none"), Words.of("clock.none.do"));
    }
    var said =
        Words.of(
            "clock." + evidence.source().name().toLowerCase(Locale.ROOT),
            seconds(evidence.uncertainty()));
    return evidence.uncertainty().compareTo(GOOD) > 0
        ? Finding.warning(part(), said, Words.of("clock.poor.do"))
        : Finding.ok(part(), said);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3g s", duration.toMillis() / 1e3);
  }
}
