package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.Map;
import org.eclipse.leshan.client.resource.BaseInstanceEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.model.ResourceModel;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.request.argument.Arguments;
import org.eclipse.leshan.core.response.ExecuteResponse;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.core.response.WriteResponse;
import org.fieldstation.station.now.News;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.Order;
import org.fieldstation.station.update.Order.Wish;

/**
 * Object 5: the station's own release, brought by the station itself from a Package URI. Nothing
 * can be pushed: a release in one Write would have to fit into memory, and could not be resumed.
 *
 * <p>A Package URI names a signed release in a repository, {@code coaps://host/ota/targets/NAME}.
 * What the server says only chooses; the signatures decide.
 */
final class FirmwareInstance extends BaseInstanceEnabler implements Newsreader {
  private static final int PACKAGE_URI = 1;
  private static final int UPDATE = 2;
  private static final int STATE = 3;
  private static final int RESULT = 5;
  private static final int NAME = 6;
  private static final int VERSION = 7;
  private static final int PROTOCOLS = 8;
  private static final int DELIVERY = 9;
  private static final int CANCEL = 10;

  /** CoAP, CoAPS, HTTP, HTTPS. */
  private static final Map<Integer, Long> SPOKEN = Map.of(0, 0L, 1, 1L, 2, 2L, 3, 3L);

  private static final long PULL_ONLY = 0;

  private final Desk desk;
  private final String server;

  /**
   * @param server what the station calls the server that this is shown to
   */
  FirmwareInstance(Desk desk, String server) {
    super(0);
    this.desk = desk;
    this.server = server;
  }

  @Override
  public void read(News news) {
    if (news instanceof News.Software) {
      fireResourcesChange(getResourcePaths(STATE, RESULT));
    }
  }

  @Override
  public ReadResponse read(LwM2mServer from, int resource) {
    var status = FirmwareStatus.of(desk.status());
    return switch (resource) {
      case PACKAGE_URI -> ReadResponse.success(resource, status.uri());
      case STATE -> ReadResponse.success(resource, status.state());
      case RESULT -> ReadResponse.success(resource, status.result());
      case NAME -> ReadResponse.success(resource, status.name());
      case VERSION -> ReadResponse.success(resource, status.version());
      case PROTOCOLS -> ReadResponse.success(resource, SPOKEN, ResourceModel.Type.INTEGER);
      case DELIVERY -> ReadResponse.success(resource, PULL_ONLY);
      default -> ReadResponse.notFound();
    };
  }

  @Override
  public WriteResponse write(LwM2mServer from, boolean replace, int resource, LwM2mResource value) {
    if (resource != PACKAGE_URI) {
      return WriteResponse.methodNotAllowed();
    }
    if (!(value.getValue() instanceof String uri)) {
      return WriteResponse.badRequest("not a text");
    }
    if (uri.isEmpty()) {
      desk.reset();
      return WriteResponse.success();
    }
    return desk.take(Order.ofUri(uri, server))
        ? WriteResponse.success()
        : WriteResponse.badRequest("another update is under way");
  }

  @Override
  public ExecuteResponse execute(LwM2mServer from, int resource, Arguments arguments) {
    var status = FirmwareStatus.of(desk.status());
    boolean may =
        switch (resource) {
          case UPDATE -> status.state() == FirmwareStatus.DOWNLOADED && desk.wish(Wish.GO);
          case CANCEL -> status.canBeCancelled() && desk.wish(Wish.WITHDRAW);
          default -> false;
        };
    return may ? ExecuteResponse.success() : ExecuteResponse.methodNotAllowed();
  }

  @Override
  public List<Integer> getAvailableResourceIds(ObjectModel model) {
    return List.of(PACKAGE_URI, UPDATE, STATE, RESULT, NAME, VERSION, PROTOCOLS, DELIVERY, CANCEL);
  }
}
