package org.fieldstation.models.pack;

import java.util.List;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Boxes;
import org.fieldstation.models.image.Picture;
import org.fieldstation.models.image.PictureDetector;
import org.fieldstation.models.image.PictureFrontEnd;
import org.fieldstation.models.tflite.Interpreter;

/** A pack's detector at work: front end, inference, boxes. */
final class TfLitePictureDetector implements PictureDetector {
  private final ModelCard card;
  private final PictureFrontEnd frontEnd;
  private final Interpreter interpreter;
  private final Boxes boxes;
  private final float[] features;
  private final float[][] answers;

  TfLitePictureDetector(
      ModelCard card,
      PictureFrontEnd frontEnd,
      Interpreter interpreter,
      Boxes boxes,
      List<Integer> sizes) {
    this.card = card;
    this.frontEnd = frontEnd;
    this.interpreter = interpreter;
    this.boxes = boxes;
    features = new float[frontEnd.features()];
    answers = sizes.stream().map(size -> new float[size]).toArray(float[][]::new);
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public List<Box> detect(Picture picture) {
    frontEnd.transform(picture, features);
    interpreter.run(features, answers);
    return boxes.of(picture, answers);
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
