package org.fieldstation.drivers.recording.flac;

import java.util.Arrays;

/** One channel of one FLAC frame (RFC 9639, 9.2): a prediction, and what was left over. */
final class Subframe {
  private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private Subframe() {}

  /** Reads {@code size} samples. Returns whether it was well-formed. */
  static boolean read(BitReader in, int bits, int size, int[] out) throws EndOfFile {
    if (in.unsigned(1) != 0) {
      return false;
    }
    int type = (int) in.unsigned(6);
    int wasted = in.unsigned(1) == 0 ? 0 : in.unary() + 1;
    int width = bits - wasted;
    if (width < 1) {
      return false;
    }
    boolean well = content(in, type, width, size, out);
    if (wasted > 0) {
      for (int i = 0; i < size; i++) {
        out[i] <<= wasted;
      }
    }
    return well;
  }

  private static boolean content(BitReader in, int type, int width, int size, int[] out)
      throws EndOfFile {
    if (type == 0) {
      Arrays.fill(out, 0, size, in.signed(width));
      return true;
    }
    if (type == 1) {
      verbatim(in, width, size, out);
      return true;
    }
    if (type >= 8 && type <= 12) {
      return fixed(in, type - 8, width, size, out);
    }
    return type >= 32 && linear(in, type - 31, width, size, out);
  }

  private static void verbatim(BitReader in, int width, int count, int[] out) throws EndOfFile {
    for (int i = 0; i < count; i++) {
      out[i] = in.signed(width);
    }
  }

  private static boolean fixed(BitReader in, int order, int width, int size, int[] out)
      throws EndOfFile {
    if (order > size) {
      return false;
    }
    verbatim(in, width, order, out);
    if (!Residual.read(in, order, size, out)) {
      return false;
    }
    predict(FIXED[order], 0, size, out);
    return true;
  }

  private static boolean linear(BitReader in, int order, int width, int size, int[] out)
      throws EndOfFile {
    if (order > size) {
      return false;
    }
    verbatim(in, width, order, out);
    int precision = (int) in.unsigned(4) + 1;
    int shift = in.signed(5);
    if (precision == 16 || shift < 0) {
      return false;
    }
    var coefficients = new int[order];
    verbatim(in, precision, order, coefficients);
    if (!Residual.read(in, order, size, out)) {
      return false;
    }
    predict(coefficients, shift, size, out);
    return true;
  }

  /** Adds to what was left over what the samples before it predict. */
  private static void predict(int[] coefficients, int shift, int size, int[] out) {
    int order = coefficients.length;
    for (int i = order; i < size; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += (long) coefficients[j] * out[i - 1 - j];
      }
      out[i] += (int) (sum >> shift);
    }
  }
}
