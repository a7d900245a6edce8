package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.stream.Stream;

/**
 * The LwM2M objects a station shows a server, besides those that delivery cannot do without:
 * Security, Server and Outbox. A later object takes the place of an earlier one of its number.
 */
public record ObjectShelf(List<ShelfObject> objects) {
  public static final ObjectShelf EMPTY = new ObjectShelf(List.of());

  public ObjectShelf {
    objects = List.copyOf(objects);
  }

  /** This shelf with one more object, or with another in the place of the one it had. */
  public ObjectShelf with(ShelfObject object) {
    var others = objects.stream().filter(known -> known.id() != object.id());
    return new ObjectShelf(Stream.concat(others, Stream.of(object)).toList());
  }
}
