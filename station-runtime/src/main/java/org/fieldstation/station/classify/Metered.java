package org.fieldstation.station.classify;

import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelCard;

/** A classifier that counts what it costs, and keeps the mean of what it answered for a file. */
final class Metered implements Classifier {
  private final Classifier classifier;
  private final Meter meter;
  private final double[] sums;
  private int answers;

  Metered(Classifier classifier, Meter meter) {
    this.classifier = classifier;
    this.meter = meter;
    this.sums = new double[classifier.card().labels().size()];
  }

  @Override
  public ModelCard card() {
    return classifier.card();
  }

  @Override
  public float[] classify(float[] window) {
    var started = meter.now();
    var scores = classifier.classify(window);
    meter.classified(started);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += scores[i];
    }
    answers++;
    return scores;
  }

  /** The mean of all answers; no scores at all when there were none. */
  float[] mean() {
    var mean = new float[answers == 0 ? 0 : sums.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sums[i] / answers);
    }
    return mean;
  }

  /** Leaves the classifier open: it is lent. */
  @Override
  public void close() {}
}
