package org.fieldstation.station.update;

import java.util.Optional;
import java.util.function.Supplier;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelException;

/** One inference: the model loads here and answers with numbers. Once it has it is believed. */
public final class ModelCheck implements Check {
  private final Supplier<Classifier> models;
  private boolean passed;

  public ModelCheck(Supplier<Classifier> models) {
    this.models = models;
  }

  @Override
  public Optional<String> objection() {
    if (!passed) {
      passed = answers();
    }
    return passed ? Optional.empty() : Optional.of("trial-model");
  }

  private boolean answers() {
    try (var classifier = models.get()) {
      var window = new float[classifier.card().input().windowSamples()];
      for (int i = 0; i < window.length; i++) {
        window[i] = (float) Math.sin(i * 0.1) / 4; // a tone: silence may be gated on the way
      }
      return classifier.classify(window).length == classifier.card().labels().size();
    } catch (ModelException _) {
      return false;
    }
  }
}
