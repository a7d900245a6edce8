package org.fieldstation.station.wire;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Raw DEFLATE (RFC 1951), without a dictionary. */
final class Packing {

  /** What a parcel may unpack to: a kilobyte could otherwise fill a server's memory. */
  static final int MOST_PLAIN = 256 << 10;

  private Packing() {}

  /** The bytes packed; no shorter than they were when that does not pay. */
  static byte[] pack(byte[] plain) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      var packed = new byte[plain.length];
      int length = deflater.deflate(packed);
      return deflater.finished() ? Arrays.copyOf(packed, length) : plain;
    }
  }

  /** The bytes unpacked, which must be exactly {@code length} and use up all that was packed. */
  static byte[] unpack(byte[] packed, long length) {
    WireException.unless(length <= MOST_PLAIN, "a parcel that unpacks to " + length + " bytes");
    try (var inflater = new Inflater(true)) {
      // One byte more than promised, to see whether there is more than was promised.
      var plain = new byte[(int) length + 1];
      inflater.setInput(packed);
      int got = inflater.inflate(plain);
      WireException.unless(
          got == length && inflater.finished() && inflater.getRemaining() == 0,
          "a parcel that does not unpack to what it says");
      return Arrays.copyOf(plain, got);
    } catch (DataFormatException e) {
      throw new WireException("a parcel that does not unpack", e);
    }
  }
}
