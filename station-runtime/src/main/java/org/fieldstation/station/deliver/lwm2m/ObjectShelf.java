package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;

/**
 * The LwM2M objects a station shows a server, besides those that delivery cannot do without:
 * Security, Server and Outbox. A later object takes the place of an earlier one of its number.
 *
 * @param kept what this server has set, over restarts: its terms (object 1), attributes, names
 * @param bulletin whose news the instances read
 */
public record ObjectShelf(List<ShelfObject> objects, Notebook kept, Bulletin bulletin) {
  public ObjectShelf {
    objects = List.copyOf(objects);
  }

  /** A shelf with nothing on it, which forgets. */
  public static ObjectShelf bare() {
    return new ObjectShelf(List.of(), Notebook.loose(), new Bulletin());
  }

  /** This shelf with one more object, or with another in the place of the one it had. */
  public ObjectShelf with(ShelfObject object) {
    var others = objects.stream().filter(known -> known.id() != object.id());
    return new ObjectShelf(Stream.concat(others, Stream.of(object)).toList(), kept, bulletin);
  }
}
