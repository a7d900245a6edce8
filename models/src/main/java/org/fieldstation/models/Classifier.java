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

  /** Releases native memory at once. */
  @Override
  void close();
}
