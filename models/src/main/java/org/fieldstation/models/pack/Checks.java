package org.fieldstation.models.pack;

/** What a manifest's values are held to. */
final class Checks {
  private Checks() {}

  /** A name with no way out of the pack's directory. */
  static void fileName(String name) {
    that(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}") && !name.contains(".."),
        "file must be a plain file name beside the manifest");
  }

  static void sha256(String hash) {
    that(hash.matches("[0-9a-f]{64}"), "sha256 must be 64 lower-case hexadecimal digits");
  }

  static void threshold(double threshold) {
    that(threshold > 0 && threshold <= 1, "threshold must be above 0 and at most 1");
  }

  static void between(String key, int value, int least, int most) {
    that(
        value >= least && value <= most,
        "%s must be from %d to %d, was %d".formatted(key, least, most, value));
  }

  static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
