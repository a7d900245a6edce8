package org.fieldstation.station.identify;

import java.util.ArrayList;
import java.util.List;
import org.fieldstation.models.Label;

/**
 * A window in which a label's score reached its threshold.
 *
 * @param startSeconds from the opening of the microphone to the window's start
 * @param lengthSeconds of the window
 * @param score 0 to 1, as the model gave it
 * @param threshold what the score had to reach
 * @param verdicts what each filter said, in their order; none where there was no filter
 */
public record Detection(
    Label label,
    double startSeconds,
    double lengthSeconds,
    float score,
    float threshold,
    List<Verdict> verdicts) {
  public Detection {
    verdicts = List.copyOf(verdicts);
  }

  /** One that no filter has seen. */
  public Detection(
      Label label, double startSeconds, double lengthSeconds, float score, float threshold) {
    this(label, startSeconds, lengthSeconds, score, threshold, List.of());
  }

  Detection with(Verdict verdict) {
    var more = new ArrayList<>(verdicts);
    more.add(verdict);
    return new Detection(label, startSeconds, lengthSeconds, score, threshold, more);
  }
}
