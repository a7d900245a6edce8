package org.fieldstation.station.identify;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;

/**
 * Which species live in a region, and in which months. What is not a species, such as rain or a
 * saw, it has nothing to say of; what a watch list has, it does not stop: the first of an invasive
 * species is by its nature out of range.
 */
public final class SpeciesRange implements Filter {
  private final String region;
  private final Map<String, Set<Month>> species;
  private final Supplier<Optional<LocalDate>> today;

  /**
   * @param today empty while the station does not know the date; species of any month pass then
   */
  public SpeciesRange(
      String region, Map<String, Set<Month>> species, Supplier<Optional<LocalDate>> today) {
    this.region = region;
    this.species = Map.copyOf(species);
    this.today = today;
  }

  /**
   * Reads a list of the columns {@code scientific_name} and {@code months} ({@code 1-12}, {@code
   * 10-3}, {@code 4,5,9}), below a line {@code # region: …}.
   *
   * @throws IllegalArgumentException naming the line that is not understood
   */
  public static SpeciesRange read(Path file, Supplier<Optional<LocalDate>> today) {
    var list = ListFile.read(file, "scientific_name", "months");
    var species = new HashMap<String, Set<Month>>();
    for (var row : list.rows()) {
      if (species.put(Names.species(row.get(0)), months(file, row.get(1))) != null) {
        throw new IllegalArgumentException(file + ": " + row.get(0) + " is there twice");
      }
    }
    return new SpeciesRange(list.about("region"), species, today);
  }

  /** The species, as names are compared. */
  Set<String> species() {
    return species.keySet();
  }

  @Override
  public Optional<Verdict> verdict(Detection candidate, boolean watched) {
    var label = candidate.label();
    return watched || !isSpecies(label) ? Optional.empty() : Optional.of(verdict(label));
  }

  private Verdict verdict(Label label) {
    var months = species.get(Names.species(label.scientificName()));
    if (months == null) {
      return new Verdict.OutOfRange(region, "");
    }
    return today
        .get()
        .map(LocalDate::getMonth)
        .<Verdict>map(month ->
            months.contains(month)
                ? Verdict.InRange.of(region, month)
                : Verdict.OutOfRange.of(region, month))
        .orElseGet(() -> new Verdict.SeasonUnknown(region));
  }

  private static boolean isSpecies(Label label) {
    return label.group() == Group.SPECIES && !label.scientificName().isBlank();
  }

  private static Set<Month> months(Path file, String text) {
    var months = EnumSet.noneOf(Month.class);
    try {
      for (var part : text.split(",", -1)) {
        var ends = part.strip().split("-", 2);
        var last = Month.of(Integer.parseInt(ends[ends.length - 1]));
        var month = Month.of(Integer.parseInt(ends[0]));
        for (months.add(month); month != last; months.add(month)) {
          month = month.plus(1);
        }
      }
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "%s: \"%s\" are not months; write 1-12, 10-3 or 4,5,9".formatted(file, text), e);
    }
    return months;
  }
}
