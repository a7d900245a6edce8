package org.fieldstation.station.identify;

import java.util.List;
import java.util.OptionalDouble;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;

/** A classifier that gives the same scores to whatever it hears, and counts how often it heard. */
public final class FixedClassifier implements Classifier {
  private final ModelCard card;
  private final float[] scores;
  private int heard;

  public FixedClassifier(ModelCard card, float... scores) {
    this.card = card;
    this.scores = scores;
  }

  /** A card of a model that hears {@code window} samples at {@code rate}. */
  public static ModelCard card(int rate, int window, Label... labels) {
    return new ModelCard(
        "fixed",
        "1.0.0",
        "0".repeat(64),
        "Apache-2.0",
        new ModelCard.Input(rate, window, window),
        List.of(labels));
  }

  public static Label bird(String id, String latin, double threshold) {
    return new Label(id, latin, id, "", Label.Group.SPECIES, OptionalDouble.of(threshold));
  }

  public static Label background() {
    return new Label(
        "background", "", "background", "", Label.Group.BACKGROUND, OptionalDouble.empty());
  }

  public int heard() {
    return heard;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public float[] classify(float[] window) {
    heard++;
    return scores.clone();
  }

  @Override
  public void close() {}
}
