package org.fieldstation.drivers.gnss;

import java.util.Optional;

/** Sentences for tests. */
final class Talk {
  private Talk() {}

  /** With its checksum, counted apart from the driver's. */
  static String sentence(String body) {
    int sum = body.chars().reduce(0, (a, b) -> a ^ b);
    return "$" + body + "*" + Integer.toHexString(0x100 | sum).substring(1);
  }

  static Optional<Report> report(String line) {
    return Sentence.parse(line).flatMap(Reports::of);
  }
}
