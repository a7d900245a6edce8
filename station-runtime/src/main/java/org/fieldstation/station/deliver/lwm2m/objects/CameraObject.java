package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import java.util.Optional;
import org.fieldstation.models.Label;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.look.Named;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.News;
import org.fieldstation.station.now.Seen;
import org.fieldstation.station.now.Watching;

/**
 * Object 26253: the camera and the last thing that it saw; without a camera there is none.
 *
 * @param coarse whether the server may not know what lives here
 */
record CameraObject(Bulletin bulletin, boolean coarse) {
  private static final int CAMERA = 26253;

  ObjectShelf on(ObjectShelf shelf) {
    return shelf.with(ShelfObject.defined(CAMERA, this::instances));
  }

  private List<FieldInstance> instances() {
    return bulletin.watching().isEmpty() ? List.of() : List.of(camera());
  }

  private FieldInstance camera() {
    var plain =
        new FieldInstance(0)
            .with(0, Field.text(() -> bulletin.watching().map(Watching::camera).orElse(null)))
            .with(1, Field.text(() -> bulletin.watching().map(Watching::models).orElse(null)))
            .with(2, Field.integer(bulletin::sightings))
            .with(3, Field.time(() -> bulletin.seen().map(Seen::at).orElse(null)))
            .with(
                4,
                Field.integer(() -> bulletin.seen().map(it -> (long) it.pictures()).orElse(null)))
            .changesWith(News.Condition.class::isInstance, 0, 1)
            .changesWith(News.Saw.class::isInstance, 2, 3, 4);
    return coarse ? plain : naming(plain);
  }

  private FieldInstance naming(FieldInstance camera) {
    return camera
        .with(5, Field.text(() -> bulletin.seen().map(it -> it.outcome().word()).orElse(null)))
        .with(6, Field.integer(() -> bulletin.seen().map(it -> (long) it.count()).orElse(null)))
        .with(7, Field.text(() -> label().map(Label::id).orElse(null)))
        .with(8, Field.text(() -> label().map(Label::scientificName).orElse(null)))
        .changesWith(News.Saw.class::isInstance, 5, 6, 7, 8);
  }

  private Optional<Label> label() {
    return bulletin.seen().flatMap(Seen::named).map(Named::label);
  }
}
