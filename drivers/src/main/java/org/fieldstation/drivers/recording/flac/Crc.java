package org.fieldstation.drivers.recording.flac;

/** The checksums of a FLAC frame (RFC 9639, 9.1.8 and 9.3), computed over tables. */
final class Crc {
  private final int[] table = new int[256];
  private final int bits;

  private Crc(int bits, int polynomial) {
    this.bits = bits;
    for (int value = 0; value < 256; value++) {
      int crc = value << (bits - 8);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ ((crc >>> (bits - 1) & 1) == 1 ? polynomial : 0);
      }
      table[value] = crc & ((1 << bits) - 1);
    }
  }

  /** Of a frame's header. */
  static Crc crc8() {
    return new Crc(8, 0x07);
  }

  /** Of a whole frame. */
  static Crc crc16() {
    return new Crc(16, 0x8005);
  }

  int update(int crc, byte[] bytes, int from, int to) {
    int mask = (1 << bits) - 1;
    for (int i = from; i < to; i++) {
      crc = ((crc << 8) & mask) ^ table[((crc >>> (bits - 8)) ^ bytes[i]) & 0xff];
    }
    return crc;
  }
}
