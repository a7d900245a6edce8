package org.fieldstation.station.classify;

import java.util.Optional;
import org.fieldstation.models.Label;
import org.fieldstation.models.image.Region;
import org.fieldstation.station.identify.Detection;

/**
 * One line of an export: a label, and the part of a recording it was heard in, in seconds.
 *
 * @param region where it is in a picture; empty for sound, and where nobody has said where
 */
public record Row(double start, double end, Label label, float score, Optional<Region> region) {

  /** A row of a recording. */
  public Row(double start, double end, Label label, float score) {
    this(start, end, label, score, Optional.empty());
  }

  /** The silence that fills up a last window is no part of a recording. */
  static Row of(Detection detection, double length) {
    var end = Math.min(length, detection.startSeconds() + detection.lengthSeconds());
    return new Row(detection.startSeconds(), end, detection.label(), detection.score());
  }

  /** The label in English. */
  String commonName() {
    return label.en().isEmpty() ? label.id() : label.en();
  }
}
