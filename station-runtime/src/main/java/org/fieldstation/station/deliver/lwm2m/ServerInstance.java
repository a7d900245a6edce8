package org.fieldstation.station.deliver.lwm2m;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.leshan.client.object.Server;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.core.response.WriteResponse;

/**
 * Object 1 with the resource that Leshan's lacks, 23 Mute Send: where it is absent a client must
 * not send at all (LwM2M Server object 1.1).
 */
final class ServerInstance extends Server {
  private static final int MUTE_SEND = 23;

  private volatile boolean muted;

  ServerInstance(int shortServerId, long lifetimeSeconds) {
    super(shortServerId, lifetimeSeconds);
  }

  /** Whether the server has asked for silence. */
  boolean muted() {
    return muted;
  }

  @Override
  public ReadResponse read(LwM2mServer server, int resource) {
    return resource == MUTE_SEND
        ? ReadResponse.success(resource, muted)
        : super.read(server, resource);
  }

  @Override
  public WriteResponse write(
      LwM2mServer server, boolean replace, int resource, LwM2mResource value) {
    if (resource != MUTE_SEND) {
      return super.write(server, replace, resource, value);
    }
    if (!(value.getValue() instanceof Boolean mute)) {
      return WriteResponse.badRequest("not a boolean");
    }
    muted = mute;
    return WriteResponse.success();
  }

  @Override
  public List<Integer> getAvailableResourceIds(ObjectModel model) {
    var ids = new ArrayList<>(super.getAvailableResourceIds(model));
    ids.add(MUTE_SEND);
    return ids;
  }
}
