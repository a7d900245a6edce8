package org.fieldstation.drivers.gnss;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The ways in which NMEA 0183 writes numbers. What is not written that way is missing. */
final class Field {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{0,12})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
  private static final Pattern TIME = Pattern.compile("\\d{6}(\\.\\d{0,9})?");
  private static final Pattern DATE = Pattern.compile("\\d{6}");
  private static final Pattern ANGLE = Pattern.compile("\\d{3,5}(\\.\\d{0,12})?");

  private Field() {}

  static OptionalDouble number(String field) {
    return NUMBER.matcher(field).matches()
        ? OptionalDouble.of(Double.parseDouble(field))
        : OptionalDouble.empty();
  }

  static OptionalInt whole(String field) {
    return WHOLE.matcher(field).matches()
        ? OptionalInt.of(Integer.parseInt(field))
        : OptionalInt.empty();
  }

  /** hhmmss and parts of a second. A leap second is the first second of the next minute's. */
  static Optional<LocalTime> time(String field) {
    if (!TIME.matcher(field).matches()) {
      return Optional.empty();
    }
    try {
      long nanos =
          field.length() > 7 ? Math.round(Double.parseDouble("0" + field.substring(6)) * 1e9) : 0;
      int second = Math.min(59, digits(field, 4));
      return Optional.of(LocalTime.of(digits(field, 0), digits(field, 2), second).plusNanos(nanos));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** ddmmyy. Two digits of a year are of this century: no receiver is older than its software. */
  static Optional<LocalDate> date(String field) {
    if (!DATE.matcher(field).matches()) {
      return Optional.empty();
    }
    return date(2_000 + digits(field, 4), digits(field, 2), digits(field, 0));
  }

  static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** Degrees and minutes, as in 4807.038, with N, S, E or W; degrees to the north or east. */
  static OptionalDouble angle(String field, String hemisphere, double most) {
    if (!ANGLE.matcher(field).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(field);
    double degrees = Math.floor(value / 100);
    double minutes = value - degrees * 100;
    double angle = degrees + minutes / 60;
    if (minutes >= 60 || angle > most) {
      return OptionalDouble.empty();
    }
    return switch (hemisphere) {
      case "N", "E" -> OptionalDouble.of(angle);
      case "S", "W" -> OptionalDouble.of(-angle);
      default -> OptionalDouble.empty();
    };
  }

  private static int digits(String field, int at) {
    return Integer.parseInt(field.substring(at, at + 2));
  }
}
