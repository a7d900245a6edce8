package org.fieldstation.drivers.gnss;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fieldstation.drivers.gnss.Report.Rmc;
import org.fieldstation.drivers.gnss.Report.Zda;
import org.fieldstation.drivers.gnss.TimeOffer.Refused;
import org.fieldstation.drivers.gnss.TimeOffer.Trusted;
import org.jspecify.annotations.Nullable;

/**
 * Decides which times of a receiver may set a clock. A receiver without a fix runs on its own
 * quartz from a date in its memory, and one with old firmware lives 1024 weeks ago: both look like
 * any other time. So a time counts only with a fix, within the years that can be, when RMC and ZDA
 * agree about the date, and after it has run as the station's own clock runs for a while.
 */
final class TimeJudge {

  /** The week number of GPS has ten bits. */
  private static final Duration ROLLOVER = Duration.ofDays(1_024 * 7);

  private static final int COHERENT_TIMES = 4;
  private static final Duration MOST_JITTER = Duration.ofMillis(700);

  private final Instant notBefore;
  private @Nullable LocalDate dateOfZda;
  private @Nullable Instant lastUtc;
  private long lastNanos;
  private int coherent;

  /** Times before {@code notBefore} cannot be; this software is younger, or the station is. */
  TimeJudge(Instant notBefore) {
    this.notBefore = notBefore;
  }

  void take(Zda zda) {
    dateOfZda = zda.date().orElse(null);
  }

  /** Empty when the sentence holds no time. */
  Optional<TimeOffer> judge(Rmc rmc, boolean fix, long nanos) {
    if (rmc.time().isEmpty() || rmc.date().isEmpty()) {
      return Optional.empty();
    }
    var date = rmc.date().get();
    var utc = date.atTime(rmc.time().get()).toInstant(ZoneOffset.UTC);
    boolean runs = runsLikeOurs(utc, nanos);
    if (!rmc.valid() || !fix) {
      coherent = 0;
      return refused(utc, "no fix");
    }
    if (utc.isBefore(notBefore) || utc.isAfter(notBefore.plus(ROLLOVER))) {
      return refused(utc, "not within 1024 weeks after " + notBefore + ": the weeks rolled over");
    }
    if (dateOfZda != null && !nextToEachOther(dateOfZda, date)) {
      return refused(utc, "ZDA says " + dateOfZda);
    }
    if (!runs || coherent < COHERENT_TIMES) {
      return refused(utc, "has not run evenly for long enough");
    }
    return Optional.of(new Trusted(utc, nanos));
  }

  private static Optional<TimeOffer> refused(Instant utc, String reason) {
    return Optional.of(new Refused(utc, reason));
  }

  /** The last ZDA may be of the second before midnight. */
  private static boolean nextToEachOther(LocalDate zda, LocalDate rmc) {
    return zda.equals(rmc) || zda.plusDays(1).equals(rmc);
  }

  private boolean runsLikeOurs(Instant utc, long nanos) {
    var before = lastUtc;
    boolean even =
        before != null
            && Duration.between(before, utc)
                    .minusNanos(nanos - lastNanos)
                    .abs()
                    .compareTo(MOST_JITTER)
                <= 0;
    coherent = even ? coherent + 1 : 0;
    lastUtc = utc;
    lastNanos = nanos;
    return even;
  }
}
