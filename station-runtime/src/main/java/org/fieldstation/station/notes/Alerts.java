package org.fieldstation.station.notes;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.fieldstation.models.Label;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Verdict;
import org.fieldstation.station.journal.Lane;

/**
 * Which detections cannot wait: threats, and what a watch list has. Of a label that goes on only the
 * first in a while is an alert; a saw that runs all morning must not stand in the way of a shot.
 */
public final class Alerts {
  private final Duration every;
  private final Map<String, Duration> given = new HashMap<>();

  /**
   * @param every in which a label is an alert once
   */
  public Alerts(Duration every) {
    this.every = every;
  }

  /** The lane of a detection that was heard at that uptime. */
  Lane lane(Detection heard, Duration uptime) {
    boolean matters =
        heard.label().group() == Label.Group.THREAT
            || heard.verdicts().stream().anyMatch(Verdict.Watched.class::isInstance);
    if (!matters) {
      return Lane.DATA;
    }
    var before = given.get(heard.label().id());
    if (before != null && uptime.minus(before).compareTo(every) < 0) {
      return Lane.DATA;
    }
    given.put(heard.label().id(), uptime);
    return Lane.URGENT;
  }
}
