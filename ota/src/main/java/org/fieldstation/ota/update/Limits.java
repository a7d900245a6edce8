package org.fieldstation.ota.update;

import java.time.Duration;

/**
 * How much time an update gives a release.
 *
 * @param health a new release has so long to prove itself well
 * @param trial and is watched at least so long, because what leaks begins well
 * @param contact it has so long to reach a server, where the old one did
 * @param silences tries without a single new byte, after which a download is given up
 */
public record Limits(Duration health, Duration trial, Duration contact, long silences) {

  public Limits {
    if (trial.compareTo(health) > 0 || health.compareTo(contact) > 0) {
      throw new IllegalArgumentException(
          "a trial ends within the limit for health, and that within the one for contact");
    }
    if (silences < 1) {
      throw new IllegalArgumentException("a download is tried at least once");
    }
  }

  /** For a station that nobody visits. */
  public static Limits field() {
    return new Limits(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofDays(3), 2_000);
  }
}
