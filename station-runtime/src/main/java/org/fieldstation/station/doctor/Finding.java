package org.fieldstation.station.doctor;

import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.Reading;

/**
 * What the doctor found out about one part of the station.
 *
 * @param part what the configuration calls it, or a word of {@link Part}
 * @param device what it is and where, in the driver's words; empty when it is no device
 * @param readings what it measured just now
 * @param said how it is
 * @param advice what to do about it
 * @param detail the driver's own words, for whoever is asked for help; may be empty
 */
public record Finding(
    String part,
    String device,
    Grade grade,
    List<Reading> readings,
    Words said,
    Optional<Words> advice,
    String detail) {

  public Finding {
    readings = List.copyOf(readings);
  }

  static Finding ok(String part, Words said) {
    return new Finding(part, "", Grade.OK, List.of(), said, Optional.empty(), "");
  }

  static Finding skipped(String part, Words said) {
    return new Finding(part, "", Grade.SKIPPED, List.of(), said, Optional.empty(), "");
  }

  static Finding warning(String part, Words said, Words advice) {
    return new Finding(part, "", Grade.WARNING, List.of(), said, Optional.of(advice), "");
  }

  static Finding failed(String part, Words said, Words advice, String detail) {
    return new Finding(part, "", Grade.FAILED, List.of(), said, Optional.of(advice), detail);
  }

  Finding at(String where) {
    return new Finding(part, where, grade, readings, said, advice, detail);
  }
}
