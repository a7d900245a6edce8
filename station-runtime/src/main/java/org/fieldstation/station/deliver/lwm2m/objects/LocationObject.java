package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.Measure;
import org.fieldstation.station.now.News;
import org.jspecify.annotations.Nullable;

/** Object 6: where the station is, as its receiver found; before a first fix there is none. */
record LocationObject(Bulletin bulletin) {
  private static final int LOCATION = 6;

  ObjectShelf on(ObjectShelf shelf) {
    return shelf.with(ShelfObject.known(LOCATION, this::instances));
  }

  private List<FieldInstance> instances() {
    return now(Quantity.LATITUDE).isEmpty() ? List.of() : List.of(location());
  }

  private FieldInstance location() {
    return new FieldInstance(0)
        .with(0, Field.decimal(() -> value(Quantity.LATITUDE)))
        .with(1, Field.decimal(() -> value(Quantity.LONGITUDE)))
        .with(2, Field.decimal(() -> value(Quantity.ALTITUDE)))
        .with(5, Field.time(() -> now(Quantity.LATITUDE).map(Measure::at).orElse(null)))
        .changesWith(LocationObject::isAFix, 0, 1, 2, 5);
  }

  private static boolean isAFix(News news) {
    return news instanceof News.Measured(_, var quantity) && quantity == Quantity.LONGITUDE;
  }

  private @Nullable Double value(Quantity quantity) {
    return now(quantity).map(Measure::value).orElse(null);
  }

  private Optional<Measure> now(Quantity quantity) {
    return bulletin.latest(quantity);
  }
}
