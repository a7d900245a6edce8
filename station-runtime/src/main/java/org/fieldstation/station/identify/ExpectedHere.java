package org.fieldstation.station.identify;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.fieldstation.models.Label.Group;

/**
 * Doubts species that a model of ranges does not expect here this week. A species that the model
 * does not know passes, and so does everything while the date is unknown; what a watch list has is
 * not doubted: the first of an invasive species is by its nature out of range.
 */
public final class ExpectedHere implements Filter {
  private static final int WEEKS_IN_MONTH = 4;
  private static final int DAYS_IN_WEEK = 7;

  private final Expectation expectation;
  private final double least;
  private final Supplier<Optional<LocalDate>> today;

  /**
   * @param least expectation below which a species is doubted
   * @param today empty while the station does not know the date
   */
  public ExpectedHere(Expectation expectation, double least, Supplier<Optional<LocalDate>> today) {
    this.expectation = expectation;
    this.least = least;
    this.today = today;
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean watched) {
    var label = candidate.label();
    if (watched || label.group() != Group.SPECIES || label.scientificName().isBlank()) {
      return Optional.empty();
    }
    var expected =
        today
            .get()
            .map(date -> expectation.of(Names.species(label.scientificName()), week(date)))
            .orElse(OptionalDouble.empty());
    return expected.isEmpty() ? Optional.empty() : Optional.of(verdict(expected.getAsDouble()));
  }

  private Verdict verdict(double expected) {
    return expected >= least ? new Verdict.Likely(expected) : new Verdict.Unlikely(expected, least);
  }

  /** The year in 48 weeks, four to each month, as BirdNET's range models count it. */
  static int week(LocalDate date) {
    int within = Math.min(WEEKS_IN_MONTH - 1, (date.getDayOfMonth() - 1) / DAYS_IN_WEEK);
    return (date.getMonthValue() - 1) * WEEKS_IN_MONTH + within + 1;
  }
}
