package org.fieldstation.drivers.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What a camera wrote beside a picture: Exif 2.32, of which two things are read. What is damaged
 * counts as not written.
 *
 * @param taken the camera's own clock, in no known time zone
 */
public record Exif(Orientation orientation, Optional<LocalDateTime> taken) {
  static final Exif NONE = new Exif(Orientation.UPRIGHT, Optional.empty());

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT);
  private static final int ORIENTATION = 0x0112;
  private static final int EXIF_PART = 0x8769;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int ENTRY = 12;
  private static final int TIME_LENGTH = 19;
  private static final String INTRODUCTION = "Exif\0\0";

  /** Reads an APP1 segment's content; {@link #NONE} when it is something else. */
  static Exif of(byte[] segment) {
    int skip = INTRODUCTION.length();
    if (segment.length < skip + 8
        || !new String(segment, 0, skip, StandardCharsets.ISO_8859_1).equals(INTRODUCTION)) {
      return NONE;
    }
    var tiff = ByteBuffer.wrap(segment, skip, segment.length - skip).slice();
    tiff.order(tiff.get(0) == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    try {
      int first = tiff.getInt(4);
      var orientation =
          find(tiff, first, ORIENTATION)
              .map(at -> Orientation.of(tiff.getShort(at + 8)))
              .orElse(Orientation.UPRIGHT);
      var taken =
          find(tiff, first, EXIF_PART)
              .flatMap(at -> find(tiff, tiff.getInt(at + 8), DATE_TIME_ORIGINAL))
              .flatMap(at -> time(tiff, tiff.getInt(at + 8)));
      return new Exif(orientation, taken);
    } catch (IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  /** Where a directory's entry for a tag is. */
  private static Optional<Integer> find(ByteBuffer tiff, int directory, int tag) {
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY;
      if ((tiff.getShort(at) & 0xffff) == tag) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDateTime> time(ByteBuffer tiff, int at) {
    var text = new byte[TIME_LENGTH];
    tiff.get(at, text);
    try {
      return Optional.of(LocalDateTime.parse(new String(text, StandardCharsets.US_ASCII), TIME));
    } catch (DateTimeException e) {
      return Optional.empty(); // a camera whose clock was never set writes zeros
    }
  }
}
