package org.fieldstation.station.classify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.models.pack.Packs;
import org.fieldstation.models.tflite.Engine;

/** One model, and a classifier of it for each thread that asks. */
public interface Classifiers {

  ModelCard card();

  /**
   * Makes a classifier for one thread, who closes it.
   *
   * @throws ModelException when the model cannot be used
   */
  Classifier open();

  static Classifiers of(Pack pack) {
    return new Classifiers() {
      @Override
      public ModelCard card() {
        return pack.card();
      }

      @Override
      public Classifier open() {
        return pack.classifier(1);
      }
    };
  }

  /**
   * Opens the model at a path, or else the one that comes with the station.
   *
   * @param cache where the engine is unpacked
   */
  static Function<Optional<Path>, Classifiers> installed(Path cache) {
    return path -> {
      var packs = new Packs(new Engine(cache));
      return of(path.map(packs::open).orElseGet(packs::bundled));
    };
  }
}
