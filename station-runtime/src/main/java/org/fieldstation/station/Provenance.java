package org.fieldstation.station;

import org.fieldstation.models.ModelCard;
import org.fieldstation.station.wire.Bodies;

/**
 * What a detection rests on beside its sound and its model.
 *
 * @param software this release, for instance {@code 0.1.0}
 * @param configuration hash of the configuration file
 * @param microphone its name, where there are several
 */
record Provenance(String software, String configuration, String microphone) {

  /** The body of the context record for a model. */
  byte[] context(ModelCard card) {
    return Bodies.context(
        card.id(), card.version(), card.sha256(), software, configuration, microphone);
  }
}
