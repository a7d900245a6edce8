package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.Map;
import org.eclipse.leshan.client.resource.BaseInstanceEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.model.ResourceModel;
import org.eclipse.leshan.core.response.ReadResponse;

/** Object 3: who made the station and what runs on it. */
final class DeviceInstance extends BaseInstanceEnabler {
  private static final int MANUFACTURER = 0;
  private static final int MODEL = 1;
  private static final int SERIAL = 2;
  private static final int FIRMWARE = 3;
  private static final int ERRORS = 11;
  private static final int BINDINGS = 16;

  private final DeviceCard card;

  DeviceInstance(DeviceCard card) {
    super(0);
    this.card = card;
  }

  @Override
  public ReadResponse read(LwM2mServer server, int resource) {
    return switch (resource) {
      case MANUFACTURER -> ReadResponse.success(resource, card.manufacturer());
      case MODEL -> ReadResponse.success(resource, card.model());
      case SERIAL -> ReadResponse.success(resource, card.serial());
      case FIRMWARE -> ReadResponse.success(resource, card.firmware());
      case ERRORS -> ReadResponse.success(resource, Map.of(0, 0L), ResourceModel.Type.INTEGER);
      case BINDINGS -> ReadResponse.success(resource, "U");
      default -> ReadResponse.notFound();
    };
  }

  @Override
  public List<Integer> getAvailableResourceIds(ObjectModel model) {
    return List.of(MANUFACTURER, MODEL, SERIAL, FIRMWARE, ERRORS, BINDINGS);
  }
}
