package org.fieldstation.station.identify;

import java.util.List;
import java.util.Optional;
import org.fieldstation.station.listen.Window;

/**
 * What came of one window: also nothing heard is a finding, because it was listened to.
 *
 * @param gate why the window could not be judged; empty when it was
 * @param rejected a sample of the candidates that are not told, each with its reason
 * @param human whether somebody may be talking in it
 * @param embedding what the model made of it before naming it, where something in it is worth
 *     telling or was doubted and the model offers it
 */
public record Findings(
    Window window,
    List<Detection> detections,
    String gate,
    List<Rejection> rejected,
    Optional<HumanHeard> human,
    Embedding embedding) {
  public Findings {
    detections = List.copyOf(detections);
    rejected = List.copyOf(rejected);
  }

  /** Findings of a window without filters and without people. */
  public Findings(Window window, List<Detection> detections, String gate) {
    this(window, detections, gate, List.of(), Optional.empty(), Embedding.NONE);
  }
}
