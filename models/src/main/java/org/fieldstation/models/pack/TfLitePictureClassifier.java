package org.fieldstation.models.pack;

import org.fieldstation.models.ModelCard;
import org.fieldstation.models.image.Picture;
import org.fieldstation.models.image.PictureClassifier;
import org.fieldstation.models.image.PictureFrontEnd;
import org.fieldstation.models.tflite.Interpreter;

/** A pack's model at work on pictures: front end, inference, activation. */
final class TfLitePictureClassifier implements PictureClassifier {
  private final ModelCard card;
  private final PictureFrontEnd frontEnd;
  private final Interpreter interpreter;
  private final Scores scores;
  private final float[] features;

  TfLitePictureClassifier(
      ModelCard card, PictureFrontEnd frontEnd, Interpreter interpreter, Scores scores) {
    this.card = card;
    this.frontEnd = frontEnd;
    this.interpreter = interpreter;
    this.scores = scores;
    features = new float[frontEnd.features()];
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public float[] classify(Picture picture) {
    frontEnd.transform(picture, features);
    var answer = new float[card.labels().size()];
    interpreter.run(features, answer);
    return scores.from(answer);
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
