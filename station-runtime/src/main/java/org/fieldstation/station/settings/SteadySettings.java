package org.fieldstation.station.settings;

import java.util.Optional;
import org.fieldstation.station.identify.SteadyNoise;

/**
 * When a sound that goes on is a noise.
 *
 * @param share of the windows of the last hour above which a label is noise; 0.5 when absent, 1 for
 *     never
 * @param watchedShare the same for labels on a watch list; 0.95 when absent
 * @param leastMinutes listened to before anything is called steady; 10 when absent
 */
public record SteadySettings(
    Optional<Double> share, Optional<Double> watchedShare, Optional<Double> leastMinutes) {
  public SteadySettings {
    limits(share, watchedShare, leastMinutes); // refuses what cannot be
  }

  SteadyNoise.Limits limits() {
    return limits(share, watchedShare, leastMinutes);
  }

  private static SteadyNoise.Limits limits(
      Optional<Double> share, Optional<Double> watchedShare, Optional<Double> leastMinutes) {
    var usual = SteadyNoise.Limits.ORDINARY;
    double ordinary = share.orElse(usual.share());
    return new SteadyNoise.Limits(
        ordinary,
        watchedShare.orElse(Math.max(ordinary, usual.watchedShare())),
        leastMinutes.orElse(usual.leastMinutes()));
  }
}
