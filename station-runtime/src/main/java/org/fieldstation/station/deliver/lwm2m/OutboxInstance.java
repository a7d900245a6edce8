package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import org.eclipse.leshan.client.resource.BaseInstanceEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.core.response.WriteResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane of the outbox as an instance of the Outbox object, for the life of one client. */
final class OutboxInstance extends BaseInstanceEnabler {
  private static final Logger log = LoggerFactory.getLogger(OutboxInstance.class);

  private final OutboxLane lane;

  OutboxInstance(OutboxLane lane) {
    super(lane.lane().code());
    this.lane = lane;
  }

  @Override
  public ReadResponse read(LwM2mServer server, int resource) {
    return switch (resource) {
      case OutboxIds.EPOCH -> ReadResponse.success(resource, lane.epoch());
      case OutboxIds.LAST -> ReadResponse.success(resource, lane.last());
      case OutboxIds.RECEIPT -> ReadResponse.success(resource, receipt());
      case OutboxIds.PARCEL -> {
        byte[] parcel = lane.read();
        yield parcel == null ? ReadResponse.notFound() : ReadResponse.success(resource, parcel);
      }
      default -> ReadResponse.notFound();
    };
  }

  @Override
  public WriteResponse write(
      LwM2mServer server, boolean replace, int resource, LwM2mResource value) {
    if (resource != OutboxIds.RECEIPT) {
      return WriteResponse.methodNotAllowed();
    }
    if (!(value.getValue() instanceof String text)) {
      return WriteResponse.badRequest("not a text");
    }
    String objection = lane.accept(text);
    if (objection == null) {
      return WriteResponse.success();
    }
    log.warn("{} in lane {}: refused", objection, lane.lane());
    return WriteResponse.badRequest(objection);
  }

  private String receipt() {
    var best = lane.best();
    return best == null ? "" : best.epoch() + ":" + best.upTo();
  }

  @Override
  public List<Integer> getAvailableResourceIds(ObjectModel model) {
    return List.of(OutboxIds.EPOCH, OutboxIds.LAST, OutboxIds.RECEIPT, OutboxIds.PARCEL);
  }
}
