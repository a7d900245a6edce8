package org.fieldstation.drivers.recording.flac;

/** What a prediction left over, in Rice codes (RFC 9639, 9.2.7). */
final class Residual {
  private Residual() {}

  /** Reads it into {@code out} behind the first {@code order} samples. Returns whether it could. */
  static boolean read(BitReader in, int order, int size, int[] out) throws EndOfFile {
    int method = (int) in.unsigned(2);
    if (method > 1) {
      return false;
    }
    int width = method == 0 ? 4 : 5;
    int escape = (1 << width) - 1;
    int partitions = 1 << (int) in.unsigned(4);
    int each = size / partitions;
    if (each * partitions != size || each < order) {
      return false;
    }
    int at = order;
    for (int end = each; end <= size; end += each) {
      int parameter = (int) in.unsigned(width);
      if (parameter == escape) {
        raw(in, at, end, out);
      } else {
        rice(in, parameter, at, end, out);
      }
      at = end;
    }
    return true;
  }

  private static void raw(BitReader in, int from, int to, int[] out) throws EndOfFile {
    int width = (int) in.unsigned(5);
    for (int i = from; i < to; i++) {
      out[i] = width == 0 ? 0 : in.signed(width);
    }
  }

  private static void rice(BitReader in, int parameter, int from, int to, int[] out)
      throws EndOfFile {
    for (int i = from; i < to; i++) {
      int folded = in.unary() << parameter | (int) in.unsigned(parameter);
      out[i] = folded >>> 1 ^ -(folded & 1);
    }
  }
}
