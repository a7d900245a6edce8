package org.fieldstation.sim;

import java.util.List;
import java.util.OptionalDouble;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;

/** Names a window loud or quiet: a model that a day of windows does not take long for. */
final class LoudnessClassifier implements Classifier {
  private static final ModelCard CARD =
      new ModelCard(
          "loudness",
          "1",
          "00",
          "Apache-2.0",
          new ModelCard.Input(1_000, 3_000, 3_000),
          List.of(
              new Label("loud", "", "loud", "响", Label.Group.SOUND_SOURCE, OptionalDouble.of(0.5)),
              new Label(
                  "quiet", "", "quiet", "静", Label.Group.BACKGROUND, OptionalDouble.empty())));

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public float[] classify(float[] window) {
    double power = 0;
    for (float sample : window) {
      power += sample * sample;
    }
    float loud = (float) Math.min(1, 10 * Math.sqrt(power / window.length));
    return new float[] {loud, 1 - loud};
  }

  @Override
  public void close() {}
}
