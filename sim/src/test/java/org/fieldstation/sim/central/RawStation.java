package org.fieldstation.sim.central;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.leshan.client.LeshanClient;
import org.eclipse.leshan.client.LeshanClientBuilder;
import org.eclipse.leshan.client.object.Device;
import org.eclipse.leshan.client.object.Security;
import org.eclipse.leshan.client.object.Server;
import org.eclipse.leshan.client.observer.LwM2mClientObserverAdapter;
import org.eclipse.leshan.client.resource.BaseInstanceEnabler;
import org.eclipse.leshan.client.resource.ObjectsInitializer;
import org.eclipse.leshan.client.send.ManualDataSender;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.LwM2mId;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.RegisterRequest;
import org.eclipse.leshan.core.response.ReadResponse;
import org.eclipse.leshan.transport.californium.client.endpoint.CaliforniumClientEndpointsProvider;
import org.eclipse.leshan.transport.californium.client.endpoint.coaps.CoapsClientProtocolProvider;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.jspecify.annotations.Nullable;

/** A client that has a key and sends what it likes. */
final class RawStation implements AutoCloseable {
  private volatile byte[] parcel = {};
  private final CountDownLatch registered = new CountDownLatch(1);
  private final LeshanClient client;
  private volatile @Nullable LwM2mServer server;

  RawStation(String station, URI uri, String identity, Secret key) throws InterruptedException {
    var models = new ArrayList<>(ObjectLoader.loadDefault());
    models.addAll(OutboxIds.models());
    var objects = new ObjectsInitializer(new StaticModel(models));
    objects.setInstancesForObject(
        LwM2mId.SECURITY,
        Security.psk(uri.toString(), 1, identity.getBytes(StandardCharsets.UTF_8), key.bytes()));
    objects.setInstancesForObject(LwM2mId.SERVER, new Server(1, 3600));
    objects.setInstancesForObject(LwM2mId.DEVICE, new Device("raw", "raw", "raw"));
    var outbox =
        new BaseInstanceEnabler(1) {
          @Override
          public ReadResponse read(LwM2mServer by, int resource) {
            return ReadResponse.success(resource, parcel);
          }
        };
    objects.setFactoryForObject(OutboxIds.OBJECT, (model, id, taken) -> outbox);
    objects.setInstancesForObject(OutboxIds.OBJECT, outbox);
    var builder = new LeshanClientBuilder(station);
    builder.setObjects(objects.createAll());
    builder.setDataSenders(new ManualDataSender());
    builder.setEndpointsProviders(
        new CaliforniumClientEndpointsProvider.Builder(new CoapsClientProtocolProvider()).build());
    client = builder.build();
    client.addObserver(
        new LwM2mClientObserverAdapter() {
          @Override
          public void onRegistrationSuccess(LwM2mServer by, RegisterRequest request, String id) {
            server = by;
            registered.countDown();
          }
        });
    client.start();
    if (!registered.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the raw client was not registered");
    }
  }

  /** Sends these bytes as a parcel and returns the answer. */
  ResponseCode send(byte[] bytes) throws InterruptedException {
    parcel = bytes;
    var answer =
        client
            .getSendService()
            .sendData(
                server,
                ContentFormat.SENML_CBOR,
                List.of("/" + OutboxIds.OBJECT + "/1/" + OutboxIds.PARCEL),
                Duration.ofSeconds(10).toMillis());
    return answer.getCode();
  }

  @Override
  public void close() {
    client.destroy(false);
  }
}
