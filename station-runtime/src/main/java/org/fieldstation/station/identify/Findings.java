package org.fieldstation.station.identify;

import java.util.List;
import org.fieldstation.station.listen.Window;

/**
 * What came of one window: also nothing heard is a finding, because it was listened to.
 *
 * @param gate why the window could not be judged; empty when it was
 */
public record Findings(Window window, List<Detection> detections, String gate) {
  public Findings {
    detections = List.copyOf(detections);
  }
}
