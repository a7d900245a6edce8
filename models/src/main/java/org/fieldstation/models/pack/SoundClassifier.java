package org.fieldstation.models.pack;

import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.frontend.FrontEnd;
import org.fieldstation.models.frontend.Level;
import org.fieldstation.models.tflite.Interpreter;

/** A pack's model at work: level, front end, inference, activation. */
final class SoundClassifier implements Classifier {
  private final ModelCard card;
  private final Level level;
  private final FrontEnd frontEnd;
  private final Interpreter interpreter;
  private final Scores scores;
  private final float[] levelled;
  private final float[] features;

  SoundClassifier(ModelCard card, Manifest manifest, FrontEnd frontEnd, Interpreter interpreter) {
    this.card = card;
    this.frontEnd = frontEnd;
    this.interpreter = interpreter;
    level = manifest.sound().level().orElse(Level.AS_IS);
    scores = new Scores(card.id(), manifest.output().activation());
    levelled = new float[frontEnd.windowSamples()];
    features = new float[frontEnd.features()];
  }

  @Override
  public ModelCard card() {
    return card;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ModelException FAILED also when the window holds something that is not a number
   */
  @Override
  public float[] classify(float[] window) {
    if (window.length != levelled.length) {
      throw new IllegalArgumentException(
          "a window of %d samples; %s wants %d"
              .formatted(window.length, card.id(), levelled.length));
    }
    level.apply(window, levelled);
    frontEnd.transform(levelled, features);
    var answer = new float[card.labels().size()];
    interpreter.run(features, answer);
    return scores.from(answer);
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
