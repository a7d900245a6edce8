package org.fieldstation.station.identify;

/**
 * What a model made of a window before it named it, in steps of one part in 127 of its largest
 * number: what is alike stays alike, in a quarter of the room.
 *
 * @param scale what a step is worth
 */
@SuppressWarnings("ArrayRecordComponent") // embeddings are measured, never compared
public record Embedding(float scale, byte[] steps) {
  public static final Embedding NONE = new Embedding(0, new byte[0]);

  /** Rounds numbers to steps. */
  public static Embedding of(float[] numbers) {
    float most = 0;
    for (float number : numbers) {
      most = Math.max(most, Math.abs(number));
    }
    if (!(most > 0) || !Float.isFinite(most)) {
      return NONE;
    }
    float scale = most / Byte.MAX_VALUE;
    var steps = new byte[numbers.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(numbers[i] / scale);
    }
    return new Embedding(scale, steps);
  }

  public boolean isNone() {
    return steps.length == 0;
  }
}
