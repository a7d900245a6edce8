package org.fieldstation.models.pack;

import java.util.Optional;
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
  private final float[][] answers;
  private final int scored;
  private final Optional<Integer> embedding;

  SoundClassifier(ModelCard card, Manifest manifest, FrontEnd frontEnd, Interpreter interpreter) {
    this.card = card;
    this.frontEnd = frontEnd;
    this.interpreter = interpreter;
    level = manifest.sound().level().orElse(Level.AS_IS);
    scores = new Scores(card.id(), manifest.output().activation());
    levelled = new float[frontEnd.windowSamples()];
    features = new float[frontEnd.features()];
    scored = manifest.output().scores();
    embedding = manifest.output().embeddingOutput();
    answers =
        interpreter.outputs().stream()
            .map(shape -> new float[shape.elements()])
            .toArray(float[][]::new);
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
    interpreter.run(features, answers);
    return scores.from(answers[scored].clone());
  }

  @Override
  public float[] embedding() {
    return embedding.map(output -> answers[output].clone()).orElseGet(() -> new float[0]);
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
