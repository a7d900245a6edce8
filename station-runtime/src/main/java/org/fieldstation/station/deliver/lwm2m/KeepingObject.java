package org.fieldstation.station.deliver.lwm2m;

import java.util.Map;
import org.eclipse.leshan.client.resource.LwM2mInstanceEnabler;
import org.eclipse.leshan.client.resource.LwM2mInstanceEnablerFactory;
import org.eclipse.leshan.client.resource.ObjectEnabler;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.link.attributes.InvalidAttributeException;
import org.eclipse.leshan.core.link.lwm2m.attributes.DefaultLwM2mAttributeParser;
import org.eclipse.leshan.core.link.lwm2m.attributes.LwM2mAttributeSet;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.WriteAttributesRequest;
import org.eclipse.leshan.core.response.WriteAttributesResponse;
import org.fieldstation.station.keep.Notebook;

/**
 * An object that keeps what a server wrote with Write-Attributes (pmin, pmax, gt, lt, st) over
 * restarts and new registrations; Leshan's forgets it with the client.
 */
final class KeepingObject extends ObjectEnabler {
  private static final String NAME = "attributes ";

  private final Notebook kept;

  KeepingObject(
      ObjectModel model,
      Map<Integer, LwM2mInstanceEnabler> instances,
      LwM2mInstanceEnablerFactory factory,
      ContentFormat format,
      Notebook kept) {
    super(model.id, model, instances, factory, format);
    this.kept = kept;
    kept.under(NAME + "/" + model.id + "/").forEach(this::restore);
  }

  private void restore(String name, String query) {
    try {
      var attributes =
          new LwM2mAttributeSet(new DefaultLwM2mAttributeParser().parseUriQuery(query));
      super.writeAttributes(
          LwM2mServer.SYSTEM,
          new WriteAttributesRequest(name.substring(NAME.length()), attributes));
    } catch (InvalidAttributeException | RuntimeException e) { // an older release wrote it
      kept.remove(name);
    }
  }

  @Override
  public synchronized WriteAttributesResponse writeAttributes(
      LwM2mServer server, WriteAttributesRequest request) {
    var answer = super.writeAttributes(server, request);
    if (answer.isSuccess() && !server.isSystem()) {
      var now = getAttributesFor(server).get(request.getPath());
      String name = NAME + request.getPath();
      if (now == null || now.isEmpty()) {
        kept.remove(name);
      } else {
        kept.put(name, String.join("&", now.toQueryParams()));
      }
    }
    return answer;
  }
}
