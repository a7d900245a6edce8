package org.fieldstation.station.hearing;

import java.nio.file.Path;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.pack.Shelf;

/** Brings another pack into use while the station hears. */
@FunctionalInterface
public interface ModelSwap {

  /**
   * Tries a pack in every way there is, keeps it, and wants it in use. The station takes it between
   * two windows within about ten seconds; a record says that it did, or why it kept the old one.
   *
   * @param model which of the station's models; {@code model} where there is only one
   * @param pack a folder or a zip
   * @return the pack's name on the shelf
   * @throws ModelException when the pack is refused; nothing has changed then
   */
  String bring(String model, Path pack);

  /** Onto a shelf that a station looks at. */
  static ModelSwap onto(Shelf shelf) {
    return (model, pack) -> {
      var name = shelf.install(pack).name();
      InUse.in(shelf.directory()).put(model, name);
      return name;
    };
  }
}
