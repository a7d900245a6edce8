package org.fieldstation.models.tflite;

/**
 * How an 8-bit number stands for a real one: {@code real = scale × (number − zeroPoint)}.
 *
 * @param scale positive
 * @param lowest the smallest number of the type: −128 or 0
 */
record Quantisation(float scale, int zeroPoint, int lowest) {
  private static final int STEPS = 255;

  /**
   * The byte nearest to a real number; halves go away from zero and what is too large saturates.
   */
  byte quantise(float real) {
    // The sum is exact in double precision; in single precision 0.49999997 + 0.5 would be 1.
    double steps = real / scale;
    int whole = (int) (steps + Math.copySign(0.5, steps));
    long number = (long) whole + zeroPoint;
    return (byte) Math.clamp(number, lowest, lowest + STEPS);
  }

  float real(byte number) {
    int value = lowest < 0 ? number : Byte.toUnsignedInt(number);
    return scale * (value - zeroPoint);
  }

  boolean isUsable() {
    return Float.isFinite(scale) && scale > 0 && zeroPoint >= lowest && zeroPoint <= lowest + STEPS;
  }
}
