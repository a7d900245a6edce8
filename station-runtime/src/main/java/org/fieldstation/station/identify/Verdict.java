package org.fieldstation.station.identify;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one filter said of a candidate. A detection carries all of them, a rejected candidate ends
 * with the one that rejected it: nobody has to guess why a sound was told or not.
 */
public sealed interface Verdict {

  /** Whether the candidate goes on to the next filter. */
  default boolean keeps() {
    return switch (this) {
      case Watched _, InRange _, SeasonUnknown _, Likely _, NotSteady _, Agreed _, Confirmed _ ->
          true;
      case Excluded _,
          NotIncluded _,
          OutOfRange _,
          Unlikely _,
          Drowned _,
          Steady _,
          Alone _,
          Unconfirmed _ ->
          false;
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
      case Likely(var score) -> "expected here this week, %.2f".formatted(score);
      case Unlikely(var score, var limit) ->
          "not expected here this week, %.2f of %.2f".formatted(score, limit);
      case Drowned(var by, var value, var unit) ->
          unit.isEmpty() ? "drowned by " + by : "drowned by %s, %.1f %s".formatted(by, value, unit);
      case Agreed(var heard, var needed) ->
          "heard by %d models, %d are needed".formatted(heard, needed);
      case Alone(var heard, var needed) ->
          "heard by %d of the %d models that must agree".formatted(heard, needed);
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

  /** Several verdicts in one line. */
  static String words(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::words).collect(Collectors.joining("; "));
  }

  /** The reason as records carry it: a word and the least that says how near it was. */
  default String brief() {
    return switch (this) {
      case Watched(var list, var grade) -> code() + " " + list + " " + grade;
      case OutOfRange(var _, var month) -> month.isEmpty() ? code() : code() + " " + month;
      case Likely(var score) -> code() + " " + hundredths(score);
      case Unlikely(var score, var limit) ->
          code() + " " + hundredths(score) + "/" + hundredths(limit);
      case Drowned(var by, var _, var _) -> code() + " " + by;
      case Agreed(var heard, var needed) -> code() + " " + heard + "/" + needed;
      case Alone(var heard, var needed) -> code() + " " + heard + "/" + needed;
      case Steady(var share, var limit, var _) ->
          code() + " " + hundredths(share) + "/" + hundredths(limit);
      case Confirmed(var heard, var windows) -> code() + " " + heard + "/" + windows;
      case Unconfirmed(var heard, var needed, var _, var _) -> code() + " " + heard + "/" + needed;
      case Excluded _, NotIncluded _, InRange _, SeasonUnknown _, NotSteady _ -> code();
    };
  }

  private static String hundredths(double share) {
    return Long.toString(Math.round(100 * share));
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

  /** A model of where species live expects it here in this week, that much of 1. */
  record Likely(double score) implements Verdict {}

  /** A model of where species live does not expect it here in this week. */
  record Unlikely(double score, double limit) implements Verdict {}

  /**
   * Heard through weather that makes sounds of its own.
   *
   * @param by {@code rain}, {@code wind}, or {@code heard} where a model's label stands for them
   */
  record Drowned(String by, double value, String unit) implements Verdict {}

  /** As many models as must have heard it. */
  record Agreed(int heard, int needed) implements Verdict {}

  /** Fewer models than must have heard it, yet. */
  record Alone(int heard, int needed) implements Verdict {}

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
