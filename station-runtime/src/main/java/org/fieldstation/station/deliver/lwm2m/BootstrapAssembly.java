package org.fieldstation.station.deliver.lwm2m;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.leshan.client.LeshanClient;
import org.eclipse.leshan.client.LeshanClientBuilder;
import org.eclipse.leshan.client.engine.DefaultRegistrationEngineFactory;
import org.eclipse.leshan.client.object.Security;
import org.eclipse.leshan.client.resource.ObjectsInitializer;
import org.eclipse.leshan.core.LwM2mId;

/** Puts together the client that listens to a bootstrap server and does nothing else. */
final class BootstrapAssembly {
  private BootstrapAssembly() {}

  /** A client that has not been started. It knows no server but the bootstrap server. */
  static LeshanClient assemble(
      Lwm2mSettings bootstrap, BootstrapGrant grant, Consumer<Throwable> failures, int seconds) {
    var objects = new ObjectsInitializer();
    objects.setInstancesForObject(LwM2mId.SECURITY, security(bootstrap));
    objects.setInstancesForObject(LwM2mId.DEVICE, new DeviceInstance(bootstrap.device()));
    for (int id : List.of(LwM2mId.SECURITY, LwM2mId.SERVER, LwM2mId.DEVICE)) {
      objects.setFactoryForObject(id, (model, instance, taken) -> new WrittenInstance(instance));
    }

    var engine = new DefaultRegistrationEngineFactory();
    engine.setRequestTimeoutInMs(bootstrap.patience().answer().toMillis());
    engine.setBootstrapSessionTimeoutInSec(seconds);
    engine.setRetryWaitingTimeInMs(Integer.MAX_VALUE); // one try; the next has a client of its own

    var client = new LeshanClientBuilder(bootstrap.station());
    client.setObjects(objects.createAll());
    client.setRegistrationEngineFactory(engine);
    client.setBootstrapConsistencyChecker(grant);
    client.setEndpointsProviders(ClientAssembly.endpoints(bootstrap.patience(), failures));
    return client.build();
  }

  private static Security security(Lwm2mSettings bootstrap) {
    String uri = ClientAssembly.address(bootstrap);
    return switch (bootstrap.credentials()) {
      case Credentials.SharedKey(var identity, var key) ->
          Security.pskBootstrap(uri, identity.getBytes(StandardCharsets.UTF_8), key.bytes());
      case Credentials.Certificates(var own, var key, var server) ->
          Security.x509Bootstrap(
              uri,
              ClientAssembly.encoded(own),
              key.getEncoded(),
              ClientAssembly.encoded(server),
              ClientAssembly.EXACTLY_THIS);
      case Credentials.None() -> Security.noSecBootstrap(uri);
    };
  }
}
