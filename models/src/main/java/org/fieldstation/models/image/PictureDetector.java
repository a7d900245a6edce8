package org.fieldstation.models.image;

import java.util.List;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;

/** Finds where something is in a picture. Not thread-safe: one for each thread that looks. */
public interface PictureDetector extends AutoCloseable {

  /** The model behind it. */
  ModelCard card();

  /**
   * Looks at a picture of any size.
   *
   * @return what it sees, best first; scores below {@code least-score} of its manifest are left out
   * @throws ModelException when the model fails or answers with something that is not a number
   */
  List<Box> detect(Picture picture);

  /** Releases native memory at once. */
  @Override
  void close();
}
