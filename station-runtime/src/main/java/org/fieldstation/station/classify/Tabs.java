package org.fieldstation.station.classify;

/** Text in a format that parts its columns by tabs and knows no way to quote them. */
final class Tabs {
  private Tabs() {}

  static String without(String field) {
    return field.replaceAll("[\\t\\r\\n]", " ");
  }
}
