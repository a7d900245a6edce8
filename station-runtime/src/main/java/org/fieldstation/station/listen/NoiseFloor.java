package org.fieldstation.station.listen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How quiet it was at the quietest of each day, as a sign of the microphone's health: a membrane
 * that is wet, iced over, torn or gone hears less, a bad cable or supply hums. A season's insects
 * lift the floor too, so a rise must be large before it is worth a visit.
 */
public final class NoiseFloor {
  private static final int DAYS = 14;
  private static final int DAYS_TO_COMPARE_WITH = 3;
  private static final double FALL_DB = 6;
  private static final double RISE_DB = 15;

  private final TreeMap<Long, Double> lowest;

  /**
   * @param known the floors of earlier days, in dB, by days since 1970
   */
  public NoiseFloor(Map<Long, Double> known) {
    this.lowest = new TreeMap<>(known);
    forget();
  }

  /**
   * Notes the floor of a stretch of sound. With the first stretch of a new day, the day before is
   * compared with those before it.
   *
   * @param day days since 1970
   * @param floor in dB, exceeded nearly all the time
   * @return what is wrong, in words, when something is
   */
  public Optional<String> heard(long day, double floor) {
    Optional<String> wrong =
        lowest.isEmpty() || day <= lowest.lastKey() ? Optional.empty() : lastDay();
    lowest.merge(day, floor, Math::min);
    forget();
    return wrong;
  }

  /** The lowest floor of each day, the latest days only. */
  public Map<Long, Double> days() {
    return Map.copyOf(lowest);
  }

  private Optional<String> lastDay() {
    var before = List.copyOf(lowest.headMap(lowest.lastKey()).values()).stream().sorted().toList();
    if (before.size() < DAYS_TO_COMPARE_WITH) {
      return Optional.empty();
    }
    double usual = before.get(before.size() / 2);
    double now = lowest.lastEntry().getValue();
    if (now > usual - FALL_DB && now < usual + RISE_DB) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the quietest of the last day was %.1f dB, of %d days before %.1f dB; look at %s",
            now,
            before.size(),
            usual,
            now < usual
                ? "the microphone's membrane: wet, iced, torn or covered"
                : "its cable and supply, unless insects began to sing"));
  }

  private void forget() {
    while (lowest.size() > DAYS) {
      lowest.pollFirstEntry();
    }
  }
}
