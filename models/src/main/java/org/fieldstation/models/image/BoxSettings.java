package org.fieldstation.models.image;

import java.util.Optional;

/**
 * How a detector's answers are to be read; each component is a key of the manifest's table {@code
 * [boxes]}.
 *
 * @param leastScore below which a box is left out
 * @param overlap from which the weaker of two boxes of a label goes; 0.45 when absent; only for
 *     {@code yolo}, because the others have done it already
 * @param pixels whether {@code yolo} boxes are in pixels of the input; in parts of it when absent
 */
public record BoxSettings(
    Layout layout, double leastScore, Optional<Double> overlap, Optional<Boolean> pixels) {

  /** In which form boxes come. */
  public enum Layout {
    /**
     * Four outputs of TensorFlow's detection post-processing, in its order: boxes as top, left,
     * bottom, right in parts of the input; classes; scores; how many of them count.
     */
    SSD,
    /**
     * One output of rows: centre x, centre y, width, height, that there is something, and a score
     * for each label given that there is; to be thinned out. MegaDetector 5 and its kind.
     */
    YOLO
  }

  public BoxSettings {
    if (!(leastScore > 0 && leastScore < 1)) {
      throw new IllegalArgumentException("least-score must be above 0 and below 1");
    }
    if (!(overlap.orElse(0.45) > 0 && overlap.orElse(0.45) <= 1)) {
      throw new IllegalArgumentException("overlap must be above 0 and at most 1");
    }
    if (layout == Layout.SSD && (overlap.isPresent() || pixels.isPresent())) {
      throw new IllegalArgumentException("overlap and pixels have no effect on layout \"ssd\"");
    }
  }
}
