package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.leshan.core.LwM2mId;
import org.fieldstation.station.update.Desk;

/** Object 5 on the shelf of one server. */
public final class FirmwareObject {
  private FirmwareObject() {}

  /**
   * The object; a server that observes its state and result hears of each change.
   *
   * @param server what the station calls the server
   */
  public static ShelfObject of(Desk desk, String server) {
    var shown = new AtomicReference<>(new FirmwareInstance(desk, server));
    desk.onMove(() -> shown.get().moved());
    return ShelfObject.known(
        LwM2mId.FIRMWARE,
        () -> {
          var instance = new FirmwareInstance(desk, server);
          shown.set(instance);
          return List.of(instance);
        });
  }
}
