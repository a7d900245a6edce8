package org.fieldstation.models;

import java.util.function.Supplier;

/**
 * What a model must answer to one known sound, today as on the day its pack was made.
 *
 * @param sound what messages call it
 * @param window reads or calculates it, one window long
 * @param label whose score is known
 * @param tolerance how far from {@code score} the answer may be
 */
public record KnownAnswer(
    String sound, Supplier<float[]> window, String label, double score, double tolerance) {

  /** Whether an answer is the known one. */
  public boolean accepts(float answer) {
    return Math.abs(answer - score) <= tolerance;
  }
}
