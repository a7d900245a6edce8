package org.fieldstation.sim.central;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.leshan.core.node.LwM2mNode;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.eclipse.leshan.core.request.SendRequest;
import org.eclipse.leshan.server.registration.Registration;
import org.eclipse.leshan.server.send.SendListener;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what stations send over the counter, on Leshan's threads, and hands it on. */
final class Counter implements SendListener {
  private static final Logger log = LoggerFactory.getLogger(Counter.class);

  private final Intake intake;

  Counter(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void dataReceived(
      Registration registration, TimestampedLwM2mNodes data, SendRequest request) {
    parcels(data).forEach(parcel -> intake.take(registration.getEndpoint(), parcel));
  }

  /** The parcels in a Send; what else is in it is said and dropped. */
  static List<byte[]> parcels(TimestampedLwM2mNodes data) {
    var parcels = new ArrayList<byte[]>();
    for (Map.Entry<LwM2mPath, LwM2mNode> sent : data.getFlattenNodes().entrySet()) {
      if (isParcel(sent.getKey())
          && sent.getValue() instanceof LwM2mSingleResource resource
          && resource.getValue() instanceof byte[] bytes) {
        parcels.add(bytes);
      } else {
        log.info("{} was sent, which is no parcel", sent.getKey());
      }
    }
    return parcels;
  }

  private static boolean isParcel(LwM2mPath path) {
    return path.isResource()
        && path.getObjectId() == OutboxIds.OBJECT
        && path.getResourceId() == OutboxIds.PARCEL;
  }

  @Override
  public void onError(
      @Nullable Registration registration, @Nullable String message, @Nullable Exception error) {
    log.info(
        "a Send of {} was refused: {}",
        registration == null ? "nobody" : registration.getEndpoint(),
        message);
  }
}
