package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
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
    return ShelfObject.known(LwM2mId.FIRMWARE, () -> List.of(new FirmwareInstance(desk, server)));
  }
}
