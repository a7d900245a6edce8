package org.fieldstation.station.identify;

import java.util.Locale;

/** How names are compared. */
final class Names {
  private Names() {}

  /** Case, underscores, hyphens and runs of blanks make no other name. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
  }

  /** Genus and species of a scientific name; subspecies and authors make no other species. */
  static String species(String scientificName) {
    var words = key(scientificName).split(" ", -1);
    return words.length < 2 ? words[0] : words[0] + " " + words[1];
  }

  /** The first word of a scientific name. */
  static String genus(String scientificName) {
    return key(scientificName).split(" ", 2)[0];
  }
}
