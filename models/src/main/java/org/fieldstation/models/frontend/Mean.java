package org.fieldstation.models.frontend;

/** The arithmetic mean of numbers. */
final class Mean {
  private Mean() {}

  /** Of the first {@code count}. */
  static double of(float[] numbers, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += numbers[i];
    }
    return sum / count;
  }
}
