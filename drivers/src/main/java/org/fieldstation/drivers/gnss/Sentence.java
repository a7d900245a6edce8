package org.fieldstation.drivers.gnss;

import java.util.List;
import java.util.Optional;

/**
 * A sentence of NMEA 0183 whose checksum was right.
 *
 * @param talker who speaks, for instance GP, GL, GA, GB, BD or GN
 * @param type what it is about, for instance RMC
 * @param fields what lies between the commas after the address; empty ones are empty
 */
record Sentence(String talker, String type, List<String> fields) {

  /** The standard says 82, and receivers do not keep to it. */
  static final int MOST_CHARACTERS = 200;

  private static final int ADDRESS = 5;
  private static final int CHECKSUM = 3;

  /**
   * The sentence in a line, without its line end. Empty when the line is anything else: without a
   * checksum, with a wrong one, of a maker's own kind, or not NMEA at all.
   */
  static Optional<Sentence> parse(String line) {
    int star = line.length() - CHECKSUM;
    if (star < 1 + ADDRESS
        || line.length() > MOST_CHARACTERS
        || line.charAt(0) != '$'
        || line.charAt(star) != '*'
        || !checksum(line, star).equalsIgnoreCase(line.substring(star + 1))) {
      return Optional.empty();
    }
    var parts = List.of(line.substring(1, star).split(",", -1));
    var address = parts.getFirst();
    if (address.length() != ADDRESS || address.charAt(0) == 'P') {
      return Optional.empty();
    }
    return Optional.of(
        new Sentence(
            address.substring(0, 2), address.substring(2), parts.subList(1, parts.size())));
  }

  /** A field, empty when the sentence is shorter than that. */
  String field(int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  /** All characters between $ and *, exclusive or. */
  private static String checksum(String line, int star) {
    int sum = 0;
    for (int i = 1; i < star; i++) {
      sum ^= line.charAt(i);
    }
    return "%02X".formatted(sum);
  }
}
