package org.fieldstation.models;

/** Names what is in one window of sound. Not thread-safe: one for each thread that classifies. */
public interface Classifier extends AutoCloseable {

  /** The model behind it. */
  ModelCard card();

  /**
   * Scores one window.
   *
   * @param window {@code card().input().windowSamples()} samples at {@code card().input().rate()}
   *     Hz, full scale -1 to 1
   * @return a score from 0 to 1 for every label, in the order of {@code card().labels()}
   * @throws ModelException when the model fails or answers with something that is not a number
   */
  float[] classify(float[] window);

  /**
   * What the model made of the window that was scored last before it named it: windows that sound
   * alike lie near each other, also those of sounds it has no name for. Empty when it offers none.
   */
  default float[] embedding() {
    return new float[0];
  }

  /** Releases native memory at once. */
  @Override
  void close();
}
