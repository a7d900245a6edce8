package org.fieldstation.drivers.chip.pms5003;

/** The frame of 32 bytes (Plantower's manual PMS5003 series, version 2.5, appendix I). */
final class Frame {
  static final int BYTES = 32;
  static final byte FIRST = 0x42;
  static final byte SECOND = 0x4D;

  private static final int LENGTH = 28;

  private Frame() {}

  /** Whether the length is what this sensor sends: a PMS5003ST sends 36. */
  static boolean known(byte[] frame) {
    return word(frame, 2) == LENGTH;
  }

  /** The last word is the sum of all bytes before it. */
  static boolean sumFits(byte[] frame) {
    int sum = 0;
    for (int i = 0; i < BYTES - 2; i++) {
      sum += Byte.toUnsignedInt(frame[i]);
    }
    return sum == word(frame, BYTES - 2);
  }

  /** Data 1 is at bytes 4 and 5; data 4 to 6 are PM1, PM2.5 and PM10 in outdoor air, in ug/m3. */
  static int data(byte[] frame, int number) {
    return word(frame, 2 + 2 * number);
  }

  private static int word(byte[] frame, int at) {
    return Byte.toUnsignedInt(frame[at]) << 8 | Byte.toUnsignedInt(frame[at + 1]);
  }
}
