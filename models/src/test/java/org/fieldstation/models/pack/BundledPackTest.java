package org.fieldstation.models.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldstation.models.tflite.Engines;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BundledPackTest {

  @Test
  void theModelThatComesWithTheStationListensToSilence() {
    Assumptions.assumeTrue(
        Packs.class.getResource("/org/fieldstation/models/bundled/pack.toml") != null,
        "the bundled model is not part of this checkout");
    var pack = new Packs(Engines.engine()).bundled();
    try (var classifier = pack.classifier(1)) {
      var scores = classifier.classify(new float[pack.card().input().windowSamples()]);
      assertThat(scores).hasSize(pack.card().labels().size());
      for (float score : scores) {
        assertThat(score).isBetween(0f, 1f);
      }
    }
  }
}
