package org.fieldstation.sim.central;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.leshan.core.endpoint.EndpointUri;
import org.eclipse.leshan.server.LeshanServer;
import org.eclipse.leshan.server.endpoint.LwM2mServerEndpoint;
import org.eclipse.leshan.server.endpoint.LwM2mServerEndpointsProvider;
import org.eclipse.leshan.server.endpoint.ServerEndpointToolbox;
import org.eclipse.leshan.server.observation.LwM2mNotificationReceiver;
import org.eclipse.leshan.server.request.UplinkDeviceManagementRequestReceiver;
import org.eclipse.leshan.servers.security.ServerSecurityInfo;
import org.eclipse.leshan.transport.californium.identity.DefaultCoapsIdentityHandler;
import org.eclipse.leshan.transport.californium.identity.IdentityHandlerProvider;
import org.eclipse.leshan.transport.californium.server.endpoint.CaliforniumServerEndpointsProvider;

/** Leshan's endpoints with our own door for Sends. */
record Doors(CaliforniumServerEndpointsProvider leshans, Supplier<Intake> intake)
    implements LwM2mServerEndpointsProvider {

  @Override
  public void createEndpoints(
      UplinkDeviceManagementRequestReceiver receiver,
      LwM2mNotificationReceiver notifications,
      ServerEndpointToolbox toolbox,
      ServerSecurityInfo security,
      LeshanServer server) {
    leshans.createEndpoints(receiver, notifications, toolbox, security, server);
    var coap = leshans.getCoapServer();
    var identities = new IdentityHandlerProvider();
    coap.getEndpoints()
        .forEach(end -> identities.addIdentityHandler(end, new DefaultCoapsIdentityHandler()));
    var door = new SendDoor(receiver, toolbox, identities, intake);
    coap.remove(coap.getRoot().getChild(door.getName()));
    coap.add(door);
  }

  @Override
  public List<LwM2mServerEndpoint> getEndpoints() {
    return leshans.getEndpoints();
  }

  @Override
  public LwM2mServerEndpoint getEndpoint(EndpointUri uri) {
    return leshans.getEndpoint(uri);
  }

  @Override
  public void start() {
    leshans.start();
  }

  @Override
  public void stop() {
    leshans.stop();
  }

  @Override
  public void destroy() {
    leshans.destroy();
  }
}
