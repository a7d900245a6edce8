package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.ShelfObject;
import org.fieldstation.station.now.News;
import org.fieldstation.station.software.SoftwarePackage;

/**
 * Object 9: what beside the station's own release can be replaced, one instance each. A bundle is
 * pulled from a signed repository, as a release is; nothing can be pushed.
 *
 * @param server whom it is shown to
 */
public record SoftwareObjects(List<SoftwarePackage> packages, String server) {
  private static final int OBJECT = 9;
  private static final String FOR_UPDATE = "0='1'";

  public SoftwareObjects {
    packages = List.copyOf(packages);
  }

  /** The shelf with them. */
  public ObjectShelf on(ObjectShelf shelf) {
    return shelf.with(
        new ShelfObject(
            OBJECT,
            StandardObjects.of(OBJECT),
            () -> packages.stream().map(this::instance).toList()));
  }

  private FieldInstance instance(SoftwarePackage one) {
    return new FieldInstance(one.number())
        .with(0, Field.text(() -> named(one)))
        .with(1, Field.text(() -> one.standing().version()))
        .with(3, Field.text(() -> null).writable(uri -> one.want((String) uri, server)))
        .with(4, Field.action(_ -> one.install(server)))
        .with(6, Field.action(how -> one.uninstall(isForUpdate(how), server)))
        .with(7, Field.integer(() -> (long) one.standing().state().lwm2m()))
        .with(9, Field.integer(() -> (long) one.standing().result().lwm2m()))
        .with(10, Field.action(_ -> one.activate(server)))
        .with(11, Field.action(_ -> one.deactivate(server)))
        .with(12, Field.truth(one::isActive))
        .with(16, Field.text(() -> one.standing().reason()))
        .changesWith(News.Software.class::isInstance, 0, 1, 7, 9, 12, 16);
  }

  private static String named(SoftwarePackage one) {
    var name = one.standing().name();
    return name.isEmpty() ? one.title() : name;
  }

  /** LwM2M Core 1.1 §5.9.3 and object 9: argument 0 with the value 1, or bare as it often comes. */
  private static boolean isForUpdate(String arguments) {
    return arguments.equals(FOR_UPDATE) || arguments.equals("1");
  }
}
