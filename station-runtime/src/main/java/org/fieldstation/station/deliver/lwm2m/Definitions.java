package org.fieldstation.station.deliver.lwm2m;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.leshan.core.model.InvalidDDFFileException;
import org.eclipse.leshan.core.model.InvalidModelException;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.ObjectModel;

/** Object definitions in files beside this class: {@code 26250.xml} defines object 26250. */
public final class Definitions {
  private Definitions() {}

  /**
   * The definition of an object.
   *
   * @throws IllegalStateException when this program has no file for it, or one that does not fit
   */
  public static List<ObjectModel> of(int object) {
    String name = object + ".xml";
    try (var definition = Definitions.class.getResourceAsStream(name)) {
      if (definition == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return ObjectLoader.loadDdfFile(definition, name, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidDDFFileException | InvalidModelException e) {
      throw new IllegalStateException(name + " is not an object definition", e);
    }
  }
}
