package org.fieldstation.station.identify;

import java.util.List;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.listen.Level;
import org.fieldstation.station.listen.Window;

/**
 * Says what was heard in a window: first whether it can be judged at all, then what the model makes
 * of it, then what of that is worth telling. Not thread-safe, because its classifier is not.
 */
public final class Judge {
  private final Classifier classifier;
  private final Gates gates;
  private final Rule rule;

  public Judge(Classifier classifier, Gates gates, Rule rule) {
    this.classifier = classifier;
    this.gates = gates;
    this.rule = rule;
  }

  /**
   * Judges one window.
   *
   * @param window as long as the model wants it, at the model's rate
   * @throws ModelException when the model fails
   */
  public Findings judge(Window window) {
    return gates
        .stops(Level.of(window.samples()))
        .map(reason -> new Findings(window, List.of(), reason.word()))
        .orElseGet(() -> new Findings(window, heard(window), ""));
  }

  private List<Detection> heard(Window window) {
    var scores = classifier.classify(window.samples());
    return rule.tell(window, classifier.card().labels(), scores);
  }
}
