package org.fieldstation.station.notes;

import java.time.Duration;
import org.fieldstation.models.Label;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Verdict;
import org.fieldstation.station.journal.Lane;

/**
 * Which detections cannot wait: threats, and what a watch list has. Of a label that goes on only
 * the first in a while is an alert; a saw that runs all morning must not stand in the way of a
 * shot.
 */
public final class Alerts {
  private final Seldom given;

  /**
   * @param every in which a label is an alert once
   */
  public Alerts(Duration every) {
    this.given = new Seldom(every);
  }

  /** The lane of a detection that was heard at that uptime. */
  Lane lane(Detection heard, Duration uptime) {
    boolean matters =
        heard.label().group() == Label.Group.THREAT
            || heard.verdicts().stream().anyMatch(Verdict.Watched.class::isInstance);
    return matters && given.due(heard.label().id(), uptime) ? Lane.URGENT : Lane.DATA;
  }
}
