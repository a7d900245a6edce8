package org.fieldstation.station.identify;

import java.util.List;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.listen.Level;
import org.fieldstation.station.listen.Window;

/**
 * Says what was heard in a window: first whether it can be judged at all, then what the model makes
 * of it, then what of that is worth telling, then what the filters say. Not thread-safe, because
 * its classifier is not.
 */
public final class Judge {
  private final Classifier classifier;
  private final Gates gates;
  private final Rule rule;
  private final Screen screen;
  private final Privacy privacy;

  /** One without filters. */
  public Judge(Classifier classifier, Gates gates, Rule rule) {
    this(classifier, gates, rule, Screen.open(), Privacy.ORDINARY);
  }

  /**
   * @param screen of its own: filters remember what this judge heard
   */
  public Judge(Classifier classifier, Gates gates, Rule rule, Screen screen, Privacy privacy) {
    this.classifier = classifier;
    this.gates = gates;
    this.rule = rule;
    this.screen = screen;
    this.privacy = privacy;
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
        .orElseGet(() -> heard(window));
  }

  private Findings heard(Window window) {
    var labels = classifier.card().labels();
    var scores = classifier.classify(window.samples());
    var human = privacy.heard(labels, scores); // before any list, filter or top few
    var screened = screen.screen(window, rule.tell(window, labels, scores));
    return new Findings(window, screened.told(), "", screened.rejected(), human);
  }
}
