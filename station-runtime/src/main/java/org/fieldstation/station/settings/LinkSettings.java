package org.fieldstation.station.settings;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A way out of the reserve, and what may be spent on it. A link that is not in the configuration
 * carries everything.
 *
 * @param name what this station calls it
 * @param bearer {@code ethernet}, {@code wifi}, {@code lte} or {@code satellite}
 * @param networkInterface the operating system's name of it, for instance {@code wwan0}
 * @param dataKbPerDay kilobytes (1000 bytes) a UTC day for detections, readings and effort
 * @param mediaKbPerDay the same for clips and pictures; 0 holds them all back
 * @param quietUtc hours in which only urgent records leave, for instance {@code 14:00-21:30}
 * @param leastBatteryPercent below this only urgent records leave
 */
public record LinkSettings(
    String name,
    String bearer,
    String networkInterface,
    Optional<Integer> dataKbPerDay,
    Optional<Integer> mediaKbPerDay,
    Optional<String> quietUtc,
    Optional<Integer> leastBatteryPercent) {

  /** What a link is made of, which says what is sensible before anybody has counted. */
  public enum Bearer {
    ETHERNET(Long.MAX_VALUE, Long.MAX_VALUE),
    WIFI(Long.MAX_VALUE, Long.MAX_VALUE),
    LTE(Long.MAX_VALUE, 50_000_000),
    SATELLITE(200_000, 0);

    final long dataBytes;
    final long mediaBytes;

    Bearer(long dataBytes, long mediaBytes) {
      this.dataBytes = dataBytes;
      this.mediaBytes = mediaBytes;
    }
  }

  /** Hours of the day in UTC; they may go over midnight. */
  public record Hours(LocalTime from, LocalTime to) {
    static Hours parse(String text) {
      try {
        var parts = text.split("-", -1);
        if (parts.length == 2) {
          return new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
        }
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(message(text), e);
      }
      throw new IllegalArgumentException(message(text));
    }

    private static String message(String text) {
      return "quiet-utc must be like 14:00-21:30, was \"" + text + "\"";
    }

    /** Whether a time of day is within them; the end is not. */
    public boolean contain(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  public LinkSettings {
    bearerOf(bearer);
    quietUtc.ifPresent(Hours::parse);
    if (dataKbPerDay.orElse(0) < 0 || mediaKbPerDay.orElse(0) < 0) {
      throw new IllegalArgumentException("a budget must not be negative");
    }
    if (leastBatteryPercent.orElse(0) < 0 || leastBatteryPercent.orElse(0) > 100) {
      throw new IllegalArgumentException("least-battery-percent must be between 0 and 100");
    }
  }

  /** Bytes a day for detections, readings and effort; {@link Long#MAX_VALUE} for no limit. */
  public long dataBytesPerDay() {
    return dataKbPerDay.map(kb -> kb * 1000L).orElse(bearerOf(bearer).dataBytes);
  }

  /** Bytes a day for clips and pictures; {@link Long#MAX_VALUE} for no limit. */
  public long mediaBytesPerDay() {
    return mediaKbPerDay.map(kb -> kb * 1000L).orElse(bearerOf(bearer).mediaBytes);
  }

  /** The hours in which only urgent records leave. */
  public Optional<Hours> quiet() {
    return quietUtc.map(Hours::parse);
  }

  private static Bearer bearerOf(String word) {
    try {
      return Bearer.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "bearer must be ethernet, wifi, lte or satellite, was \"" + word + "\"", e);
    }
  }
}
