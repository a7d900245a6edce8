package org.fieldstation.station.identify;

import java.time.Month;
import java.util.Locale;

/**
 * What one filter said of a candidate. A detection carries all of them, a rejected candidate ends
 * with the one that rejected it: nobody has to guess why a sound was told or not.
 */
public sealed interface Verdict {

  /** Whether the candidate goes on to the next filter. */
  default boolean keeps() {
    return switch (this) {
      case Watched _, InRange _, SeasonUnknown _, NotSteady _, Confirmed _ -> true;
      case Excluded _, NotIncluded _, OutOfRange _, Steady _, Unconfirmed _ -> false;
    };
  }

  /** A word for records and counts, for instance {@code out-of-range}. */
  default String code() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** The reason in plain words, with its numbers. */
  default String words() {
    return switch (this) {
      case Watched(var list, var grade) -> "on the watch list " + list + ", " + grade;
      case Excluded(var name) -> "the exclude list has " + name;
      case NotIncluded _ -> "there is an include list, and it is not on it";
      case InRange(var region, var month) -> "expected in %s in %s".formatted(region, month);
      case OutOfRange(var region, var month) ->
          month.isEmpty()
              ? "not on the species list of " + region
              : "not expected in %s in %s".formatted(region, month);
      case SeasonUnknown(var region) -> "on the species list of " + region + "; date unknown";
      case Steady(var share, var limit, var minutes) ->
          "above its threshold in %.0f %% of the last %.0f min (limit %.0f %%): a steady noise"
              .formatted(100 * share, minutes, 100 * limit);
      case NotSteady(var share) ->
          "above its threshold in %.0f %% of the last hour".formatted(100 * share);
      case Confirmed(var heard, var windows) ->
          "heard in %d of %d windows".formatted(heard, windows);
      case Unconfirmed(var heard, var needed, var windows, var seconds) ->
          "heard in %d windows, %d of %d within %.0f s are needed"
              .formatted(heard, needed, windows, seconds);
    };
  }

  /**
   * On a watch list: the include list and the range filter do not apply.
   *
   * @param grade the list's own word, for instance {@code I}
   */
  record Watched(String list, String grade) implements Verdict {}

  /** Somebody does not want to be told. */
  record Excluded(String name) implements Verdict {}

  /** Somebody wants to be told of other things only. */
  record NotIncluded() implements Verdict {}

  /** On the region's species list, in this month. */
  record InRange(String region, String month) implements Verdict {
    static InRange of(String region, Month month) {
      return new InRange(region, word(month));
    }
  }

  /**
   * Not on the region's species list, or not in this month.
   *
   * @param month empty when it is in no month
   */
  record OutOfRange(String region, String month) implements Verdict {
    static OutOfRange of(String region, Month month) {
      return new OutOfRange(region, word(month));
    }
  }

  /** On the region's species list, but the station does not know the date. */
  record SeasonUnknown(String region) implements Verdict {}

  /**
   * Heard too often to be an animal: a pump, a stream, a fan, insects that the model takes for it.
   *
   * @param share of the windows listened to, 0 to 1
   */
  record Steady(double share, double limit, double minutes) implements Verdict {}

  /** Not heard too often. */
  record NotSteady(double share) implements Verdict {}

  /** Heard often enough within a short time. */
  record Confirmed(int heard, int windows) implements Verdict {}

  /** Not heard often enough, yet. */
  record Unconfirmed(int heard, int needed, int windows, double seconds) implements Verdict {}

  private static String word(Month month) {
    return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
