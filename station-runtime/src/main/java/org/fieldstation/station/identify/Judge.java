package org.fieldstation.station.identify;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
  private static final Supplier<Optional<String>> FINE = Optional::empty;

  private final Classifier classifier;
  private final Gates gates;
  private final Rule rule;
  private final float[] limits;
  private final Screen screen;
  private final Privacy privacy;
  private final Supplier<Optional<String>> weather;

  /** One without filters. */
  public Judge(Classifier classifier, Gates gates, Rule rule) {
    this(classifier, gates, rule, Screen.open(), Privacy.ORDINARY, FINE);
  }

  /** One that does not ask for the weather. */
  public Judge(Classifier classifier, Gates gates, Rule rule, Screen screen, Privacy privacy) {
    this(classifier, gates, rule, screen, privacy, FINE);
  }

  /**
   * @param screen of its own: filters remember what this judge heard
   * @param weather the word for weather in which "heard nothing" means nothing, if it is such
   */
  public Judge(
      Classifier classifier,
      Gates gates,
      Rule rule,
      Screen screen,
      Privacy privacy,
      Supplier<Optional<String>> weather) {
    this.classifier = classifier;
    this.gates = gates;
    this.rule = rule;
    this.limits = rule.limits(classifier.card().labels());
    this.screen = screen;
    this.privacy = privacy;
    this.weather = weather;
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
    var screened = screen.screen(window, rule.tell(window, labels, scores, limits));
    boolean worth = !screened.told().isEmpty() || !screened.rejected().isEmpty();
    return new Findings(
        window,
        screened.told(),
        weather.get().orElse(""),
        screened.rejected(),
        human,
        worth ? Embedding.of(classifier.embedding()) : Embedding.NONE);
  }
}
