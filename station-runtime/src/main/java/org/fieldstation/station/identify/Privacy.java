package org.fieldstation.station.identify;

import java.util.List;
import java.util.Optional;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;

/**
 * Whether somebody may be talking in a window. Looks at every score the model gave: a voice that is
 * only the eleventh best guess is a voice all the same. No threshold, list or filter that decides
 * what is told has a say here.
 *
 * @param limit the score from which a human label counts, unless the label's own is lower
 */
public record Privacy(double limit) {
  public static final Privacy ORDINARY = new Privacy(0.3);

  public Privacy {
    if (!(limit > 0 && limit <= 1)) {
      throw new IllegalArgumentException("a privacy limit is above 0 and at most 1, not " + limit);
    }
  }

  /** The strongest human label that reaches its limit. */
  Optional<HumanHeard> heard(List<Label> labels, float[] scores) {
    Optional<HumanHeard> strongest = Optional.empty();
    for (int i = 0; i < scores.length; i++) {
      var label = labels.get(i);
      float score = scores[i];
      if (label.group() == Group.HUMAN
          && score >= limit(label)
          && strongest.map(found -> found.score() < score).orElse(true)) {
        strongest = Optional.of(new HumanHeard(label, score, limit(label)));
      }
    }
    return strongest;
  }

  private float limit(Label label) {
    return (float) Math.min(limit, label.threshold().orElse(limit));
  }
}
