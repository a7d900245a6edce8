package org.fieldstation.drivers.chip.ds3231;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Time in the chip's first seven registers: decimal digits, 2000 to 2199 (19-5170, figure 1). */
final class Registers {
  private static final int TWELVE_HOURS = 0x40;
  private static final int AFTERNOON = 0x20;
  private static final int NEXT_CENTURY = 0x80;

  private Registers() {}

  /** The time in them; a {@link DateTimeException} when there is no such date. */
  static Instant decode(byte[] r) {
    int month = Byte.toUnsignedInt(r[5]);
    int century = (month & NEXT_CENTURY) == 0 ? 2_000 : 2_100;
    return LocalDateTime.of(
            century + decimal(r[6]),
            decimal((byte) (month & ~NEXT_CENTURY)),
            decimal(r[4]),
            hour(r[2]),
            decimal(r[1]),
            decimal(r[0]))
        .toInstant(ZoneOffset.UTC);
  }

  /** The same registers for that time, in 24 hours; parts of a second are dropped. */
  static byte[] encode(Instant utc) {
    var t = LocalDateTime.ofInstant(utc, ZoneOffset.UTC);
    int century = t.getYear() - 2_000;
    if (century < 0 || century > 199) {
      throw new IllegalArgumentException("a DS3231 knows 2000 to 2199, not " + t.getYear());
    }
    return new byte[] {
      bcd(t.getSecond()),
      bcd(t.getMinute()),
      bcd(t.getHour()),
      (byte) t.getDayOfWeek().getValue(),
      bcd(t.getDayOfMonth()),
      (byte) (bcd(t.getMonthValue()) | (century > 99 ? NEXT_CENTURY : 0)),
      bcd(century % 100)
    };
  }

  private static int hour(byte register) {
    if ((register & TWELVE_HOURS) == 0) {
      return decimal(register);
    }
    int twelve = decimal((byte) (register & 0x1F)) % 12;
    return (register & AFTERNOON) == 0 ? twelve : twelve + 12;
  }

  private static int decimal(byte digits) {
    int value = Byte.toUnsignedInt(digits);
    if ((value & 0x0F) > 9 || value >> 4 > 9) {
      throw new DateTimeException("0x%02X are no two decimal digits".formatted(value));
    }
    return (value >> 4) * 10 + (value & 0x0F);
  }

  private static byte bcd(int value) {
    return (byte) ((value / 10) << 4 | (value % 10));
  }
}
