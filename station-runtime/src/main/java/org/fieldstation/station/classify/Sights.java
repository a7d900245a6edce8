package org.fieldstation.station.classify;

import java.nio.file.Path;
import java.util.Optional;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.image.PictureDetector;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.station.look.Sight;

/** The models for pictures, and a set of them for each thread that asks, who closes it. */
@FunctionalInterface
public interface Sights {

  /**
   * Opens them.
   *
   * @throws ModelException when one cannot be used
   */
  Sight open();

  /** Which packs are wanted. */
  record Wanted(Optional<Path> classifier, Optional<Path> detector) {
    public boolean any() {
      return classifier.isPresent() || detector.isPresent();
    }
  }

  /**
   * The packs at these paths.
   *
   * @param cache where the engine is unpacked
   */
  static Sights of(Wanted wanted, Path cache) {
    if (!wanted.any()) {
      return Sight::none;
    }
    var packs = new Packs(new Engine(cache));
    var classifier = wanted.classifier().map(packs::open);
    var detector = wanted.detector().map(packs::open);
    return () -> {
      var finder = detector.map(pack -> pack.detector(1));
      try {
        return new Sight(finder, classifier.map(pack -> pack.pictureClassifier(1)));
      } catch (ModelException e) {
        finder.ifPresent(PictureDetector::close);
        throw e;
      }
    };
  }
}
