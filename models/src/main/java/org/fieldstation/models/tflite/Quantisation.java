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
   * The float below one half. Added before the fraction is cut off it rounds right: 0.5 plus it is
   * rounded up to 1, while 0.49999997 plus it stays below, which plus 0.5 it would not.
   */
  private static final float ALMOST_HALF = 0x1.fffffep-2f;

  /**
   * Makes of each real number the byte nearest to it; halves go away from zero, what is too large
   * saturates, and what is not a number becomes the byte for 0.
   *
   * <p>A window is long, so the loop has the form the JIT compiler makes vectors of: whole numbers
   * appear only at the end, on their way into a byte. Clamped as integers, or with {@code copySign}
   * in place of {@code signum}, the same takes four times as long.
   */
  void quantise(float[] real, byte[] numbers) {
    float step = scale;
    int zero = zeroPoint;
    float least = lowest - zero;
    float most = least + STEPS;
    for (int i = 0; i < numbers.length; i++) {
      float steps = Math.max(least, Math.min(most, real[i] / step));
      numbers[i] = (byte) ((int) (steps + Math.signum(steps) * ALMOST_HALF) + zero);
    }
  }

  float real(byte number) {
    int value = lowest < 0 ? number : Byte.toUnsignedInt(number);
    return scale * (value - zeroPoint);
  }

  boolean isUsable() {
    return Float.isFinite(scale) && scale > 0 && zeroPoint >= lowest && zeroPoint <= lowest + STEPS;
  }
}
