package org.fieldstation.drivers.chip;

import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checksums by polynomial division, written apart from the drivers', and frames with a wrong bit.
 */
public final class Checksums {
  private Checksums() {}

  /** Sensirion's and Aosong's, over all bytes: the most significant bit goes first. */
  public static String withSensirion(String hex) {
    var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    int crc = 0xFF;
    for (byte it : bytes) {
      for (int bit = 7; bit >= 0; bit--) {
        int out = (crc >> 7 ^ it >> bit) & 1;
        crc = (crc << 1 & 0xFF) ^ out * 0x31;
      }
    }
    return HexFormat.of().formatHex(bytes) + "%02x".formatted(crc);
  }

  /** Maxim's, over all bytes: the least significant bit goes first. */
  public static String withMaxim(String hex) {
    var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    int crc = 0;
    for (byte it : bytes) {
      for (int bit = 0; bit < 8; bit++) {
        int out = (crc ^ it >> bit) & 1;
        crc = crc >> 1 ^ out * 0x8C;
      }
    }
    return HexFormat.of().formatHex(bytes) + "%02x".formatted(crc);
  }

  /** Every frame that differs from this one in one bit. */
  public static Stream<String> withOneBitWrong(String hex) {
    var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return IntStream.range(0, bytes.length * 8)
        .mapToObj(bit -> {
          var wrong = bytes.clone();
          wrong[bit / 8] ^= (byte) (1 << bit % 8);
          return HexFormat.of().formatHex(wrong);
        });
  }
}
