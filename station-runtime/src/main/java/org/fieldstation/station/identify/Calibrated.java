package org.fieldstation.station.identify;

import java.util.Map;
import java.util.Optional;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * A classifier whose scores somebody has compared with what was really there: each label's score is
 * bent so that of a hundred detections at 0.8 about eighty are right.
 */
public final class Calibrated implements Classifier {
  private final Classifier classifier;
  private final @Nullable Calibration[] calibrations;

  private Calibrated(Classifier classifier, @Nullable Calibration[] calibrations) {
    this.classifier = classifier;
    this.calibrations = calibrations;
  }

  /**
   * The classifier with these calibrations, or itself when none of them is for one of its labels.
   *
   * @param byName by any name of a label
   */
  public static Classifier of(Classifier classifier, Map<String, Calibration> byName) {
    var labels = classifier.card().labels();
    var calibrations = new @Nullable Calibration[labels.size()];
    boolean any = false;
    for (int i = 0; i < calibrations.length; i++) {
      calibrations[i] = find(labels.get(i), byName).orElse(null);
      any |= calibrations[i] != null;
    }
    return any ? new Calibrated(classifier, calibrations) : classifier;
  }

  private static Optional<Calibration> find(Label label, Map<String, Calibration> byName) {
    return NameLists.names(label).filter(byName::containsKey).findFirst().map(byName::get);
  }

  @Override
  public ModelCard card() {
    return classifier.card();
  }

  @Override
  public float[] classify(float[] window) {
    var scores = classifier.classify(window);
    for (int i = 0; i < scores.length; i++) {
      var calibration = calibrations[i];
      scores[i] = calibration == null ? scores[i] : calibration.of(scores[i]);
    }
    return scores;
  }

  @Override
  public float[] embedding() {
    return classifier.embedding();
  }

  @Override
  public void close() {
    classifier.close();
  }
}
