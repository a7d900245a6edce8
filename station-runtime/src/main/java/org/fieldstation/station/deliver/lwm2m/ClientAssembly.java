package org.fieldstation.station.deliver.lwm2m;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.leshan.client.LeshanClient;
import org.eclipse.leshan.client.LeshanClientBuilder;
import org.eclipse.leshan.client.engine.DefaultRegistrationEngineFactory;
import org.eclipse.leshan.client.object.Security;
import org.eclipse.leshan.client.resource.LwM2mInstanceEnabler;
import org.eclipse.leshan.client.resource.ObjectsInitializer;
import org.eclipse.leshan.core.LwM2mId;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.request.exception.InvalidRequestException;
import org.eclipse.leshan.transport.californium.client.endpoint.CaliforniumClientEndpointsProvider;
import org.jspecify.annotations.Nullable;

/** Puts Leshan's client together, once for each try. */
final class ClientAssembly {
  private static final int SHORT_SERVER_ID = 123;
  private static final int BLOCK = 1024;

  /** What a server may write to us at most. A firmware pushed in one piece would fill the heap. */
  private static final int LARGEST_BODY = 128 << 10;

  private static final int SECONDS_TO_DIE = 5;

  private ClientAssembly() {}

  static ServerInstance server(Lwm2mSettings settings) {
    return new ServerInstance(SHORT_SERVER_ID, settings.patience().lifetime().toSeconds());
  }

  /**
   * A client that has not been started.
   *
   * @param failures told what Leshan swallows: why a handshake failed
   */
  static LeshanClient assemble(
      Lwm2mSettings settings,
      ServerInstance server,
      Collection<OutboxLane> lanes,
      ObjectShelf shelf,
      ParcelSender sender,
      Consumer<Throwable> failures) {
    var models = new ArrayList<>(ObjectLoader.loadDefault());
    models.addAll(OutboxIds.models());
    shelf.objects().forEach(object -> models.addAll(object.definitions()));
    var objects = new ObjectsInitializer(new StaticModel(models));
    for (int id : List.of(LwM2mId.SERVER, LwM2mId.DEVICE, OutboxIds.OBJECT)) {
      objects.setFactoryForObject(id, ClientAssembly::refuse);
    }
    objects.setInstancesForObject(LwM2mId.SECURITY, security(settings));
    objects.setInstancesForObject(LwM2mId.SERVER, server);
    objects.setInstancesForObject(LwM2mId.DEVICE, new DeviceInstance(settings.device()));
    objects.setInstancesForObject(
        OutboxIds.OBJECT,
        lanes.stream().map(OutboxInstance::new).toArray(LwM2mInstanceEnabler[]::new));
    shelf.objects().forEach(object -> place(objects, object));

    var transport =
        new CaliforniumClientEndpointsProvider.Builder(
            new TellingTransport.Plain(failures), new TellingTransport.Secure(failures));
    var configuration = transport.createDefaultConfiguration();
    configure(configuration, settings.patience());
    transport.setConfiguration(configuration);

    var client = new LeshanClientBuilder(settings.station());
    client.setObjects(objects.createAll());
    client.setRegistrationEngineFactory(engine(settings.patience()));
    client.setEndpointsProviders(transport.build());
    client.setDataSenders(sender);
    return client.build();
  }

  private static void place(ObjectsInitializer objects, ShelfObject object) {
    var instances = object.instances().get();
    if (!instances.isEmpty()) {
      objects.setFactoryForObject(object.id(), ClientAssembly::refuse);
      objects.setInstancesForObject(object.id(), instances.toArray(LwM2mInstanceEnabler[]::new));
    }
  }

  /** A server asks for one more instance; the station has what it has. */
  private static LwM2mInstanceEnabler refuse(
      ObjectModel model, @Nullable Integer id, @Nullable Collection<Integer> taken) {
    throw new InvalidRequestException("the instances of object %d are fixed", model.id);
  }

  private static Security security(Lwm2mSettings settings) {
    String uri = settings.uri().getScheme() + "://" + settings.host() + ":" + settings.port();
    return settings.secure()
        ? Security.psk(
            uri,
            SHORT_SERVER_ID,
            settings.identity().getBytes(StandardCharsets.UTF_8),
            settings.key().bytes())
        : Security.noSec(uri, SHORT_SERVER_ID);
  }

  /** Leshan's engine registers once and renews; a failure ends the session, so it never retries. */
  private static DefaultRegistrationEngineFactory engine(Patience patience) {
    var engine = new DefaultRegistrationEngineFactory();
    engine.setRequestTimeoutInMs(patience.answer().toMillis());
    engine.setRetryWaitingTimeInMs(Integer.MAX_VALUE);
    engine.setBootstrapSessionTimeoutInSec(SECONDS_TO_DIE);
    return engine;
  }

  private static void configure(Configuration configuration, Patience patience) {
    long millis = patience.retransmission().toMillis();
    configuration.set(CoapConfig.ACK_TIMEOUT, millis, TimeUnit.MILLISECONDS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_BODY);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK);
    // The default keeps every exchange for 247 s: a long block-wise transfer would fill the heap.
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    configuration.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, millis, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, retransmissions(patience));
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
  }

  /**
   * How often a handshake message is repeated, each time after twice the wait (RFC 6347 §4.2.4.1).
   * The handshake has to fail before the registration that waits for it, or nobody learns why.
   */
  private static int retransmissions(Patience patience) {
    long first = patience.retransmission().toMillis();
    long atMost = patience.answer().toMillis() * 4 / 5;
    int times = 1;
    while (first * ((1L << (times + 2)) - 1) <= atMost) {
      times++;
    }
    return times;
  }
}
