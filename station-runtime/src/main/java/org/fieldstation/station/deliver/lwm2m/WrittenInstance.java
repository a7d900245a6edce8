package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.leshan.client.resource.BaseInstanceEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.LwM2mId;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.core.response.WriteResponse;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a bootstrap server writes into one object instance. Leshan's Security object cannot be
 * read while a server has left out what is optional.
 */
final class WrittenInstance extends BaseInstanceEnabler {
  private final Map<Integer, LwM2mResource> resources = new TreeMap<>();

  WrittenInstance(@Nullable Integer id) {
    if (id != null) {
      setId(id);
    }
  }

  /** What was written, each resource with a single value. */
  synchronized Map<Integer, Object> values() {
    var values = new TreeMap<Integer, Object>();
    resources.forEach((id, resource) -> {
      if (resource instanceof LwM2mSingleResource single) {
        values.put(id, single.getValue());
      }
    });
    return values;
  }

  @Override
  public synchronized WriteResponse write(
      LwM2mServer server, boolean replace, int resource, LwM2mResource value) {
    resources.put(resource, value);
    return WriteResponse.success();
  }

  @Override
  public synchronized ReadResponse read(LwM2mServer server, int resource) {
    var known = resources.get(resource);
    if (known == null && resource == LwM2mId.SEC_BOOTSTRAP) { // Leshan asks each instance for it
      return ReadResponse.success(resource, false);
    }
    return known == null ? ReadResponse.notFound() : ReadResponse.success(known);
  }

  @Override
  public synchronized List<Integer> getAvailableResourceIds(ObjectModel model) {
    return List.copyOf(resources.keySet());
  }
}
