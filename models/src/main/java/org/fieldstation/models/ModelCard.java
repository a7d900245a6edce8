package org.fieldstation.models;

import java.util.List;

/**
 * What is known of a model: enough to feed it and to say later exactly which one spoke.
 *
 * @param id the pack's name, for instance {@code reserve-sounds}
 * @param version the pack's version
 * @param sha256 hash of the model file, lower-case hex
 * @param licence SPDX name or a short text
 * @param labels one for each output, in order
 */
public record ModelCard(
    String id, String version, String sha256, String licence, Input input, List<Label> labels) {
  public ModelCard {
    labels = List.copyOf(labels);
  }

  /**
   * The sound a model wants.
   *
   * @param rate sample frames a second, in Hz
   * @param windowSamples samples in one window
   * @param hopSamples samples from the start of one window to the start of the next
   */
  public record Input(int rate, int windowSamples, int hopSamples) {

    /** Of a model that looks at pictures and hears nothing. */
    public static final Input NO_SOUND = new Input(0, 0, 0);
  }
}
