package org.fieldstation.models.image;

import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;

/** Names what is in a picture. Not thread-safe: one for each thread that classifies. */
public interface PictureClassifier extends AutoCloseable {

  /** The model behind it. */
  ModelCard card();

  /**
   * Scores a picture of any size.
   *
   * @return a score from 0 to 1 for every label, in the order of {@code card().labels()}
   * @throws ModelException when the model fails or answers with something that is not a number
   */
  float[] classify(Picture picture);

  /** Releases native memory at once. */
  @Override
  void close();
}
