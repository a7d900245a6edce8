package org.fieldstation.station.hearing;

import java.util.Optional;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.identify.Expectation;
import org.fieldstation.station.look.Sight;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.settings.ModelSettings;
import org.fieldstation.station.settings.RangeSettings;

/** Where a station's models come from. */
@FunctionalInterface
public interface ModelSource {

  /**
   * Opens the model that is wanted, or the best there is in its place.
   *
   * @throws ModelException when there is none at all
   */
  Model open(ModelSettings wanted);

  /**
   * Which pack {@link #open} would try first now; the same words as long as it is the same pack.
   */
  default String choice(ModelSettings wanted) {
    return "";
  }

  /**
   * Opens a model of where species live.
   *
   * @throws ModelException when there is none, or when it cannot be used
   */
  default Expectation range(RangeSettings wanted) {
    throw new ModelException(ModelException.Code.ABSENT, "there are no range packs here");
  }

  /**
   * Opens the models for pictures; none unless somebody says otherwise.
   *
   * @throws ModelException when one that is wanted cannot be used
   */
  default Sight pictures(CameraSettings wanted) {
    return Sight.none();
  }

  /** Where packs are installed; empty where none can be. */
  default Optional<Shelf> shelf() {
    return Optional.empty();
  }
}
