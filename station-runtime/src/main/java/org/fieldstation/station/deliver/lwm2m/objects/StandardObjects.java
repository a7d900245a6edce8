package org.fieldstation.station.deliver.lwm2m.objects;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.model.ResourceModel;
import org.eclipse.leshan.core.model.ResourceModel.Operations;

/**
 * What this client has to know of standard objects that Leshan does not bring along: number,
 * operations and type of the resources that the station has. A table of our own; the full
 * definitions are the registry's.
 */
final class StandardObjects {
  private static final String TABLE = "standard-objects.txt";

  private StandardObjects() {}

  /** The definition of one object. */
  static List<ObjectModel> of(int id) {
    return read().stream().filter(model -> model.id == id).toList();
  }

  private static List<ObjectModel> read() {
    var models = new ArrayList<ObjectModel>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(StandardObjects.class.getResourceAsStream(TABLE)),
                StandardCharsets.UTF_8))) {
      String[] object = {};
      var resources = new ArrayList<ResourceModel>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var words = line.strip().split("\\s{2,}");
        if (line.startsWith("object")) {
          finish(models, object, resources);
          object = words;
        } else if (line.startsWith(" ")) {
          resources.add(resource(words));
        }
      }
      finish(models, object, resources);
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void finish(
      List<ObjectModel> models, String[] object, List<ResourceModel> resources) {
    if (object.length > 0) {
      models.add(
          new ObjectModel(
              Integer.valueOf(object[1]),
              object[3],
              null,
              object[2],
              !object[4].equals("single"),
              false,
              List.copyOf(resources)));
    }
    resources.clear();
  }

  private static ResourceModel resource(String[] words) {
    return new ResourceModel(
        Integer.valueOf(words[0]),
        words[3],
        Operations.valueOf(words[1]),
        words.length > 4 && words[4].equals("many"),
        false,
        words[1].equals("E") ? ResourceModel.Type.NONE : ResourceModel.Type.valueOf(words[2]),
        null,
        null,
        null);
  }
}
