package org.fieldstation.station.deliver.lwm2m;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.eclipse.leshan.client.resource.LwM2mObjectEnabler;
import org.eclipse.leshan.client.resource.LwM2mObjectTree;
import org.eclipse.leshan.client.resource.ObjectEnabler;
import org.eclipse.leshan.client.resource.ObjectsInitializer;
import org.eclipse.leshan.core.CertificateUsage;
import org.eclipse.leshan.core.LwM2mId;
import org.eclipse.leshan.core.model.LwM2mModel;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.exception.InvalidRequestException;
import org.eclipse.leshan.core.util.datatype.ULong;
import org.eclipse.leshan.transport.californium.client.endpoint.CaliforniumClientEndpointsProvider;
import org.fieldstation.station.keep.Notebook;
import org.jspecify.annotations.Nullable;

/** Puts Leshan's client together, once for each try. */
final class ClientAssembly {
  static final int SHORT_SERVER_ID = 123;
  static final ULong EXACTLY_THIS = CertificateUsage.DOMAIN_ISSUER_CERTIFICATE.code;
  private static final int BLOCK = 1024;

  /** A parcel of the size of one datagram and the SenML around it go in one piece. */
  private static final int DATAGRAM = 1152;

  /** What a server may write to us at most. A firmware pushed in one piece would fill the heap. */
  private static final int LARGEST_BODY = 128 << 10;

  private static final int TOKEN = 3;

  private static final int SECONDS_TO_DIE = 5;

  private ClientAssembly() {}

  /**
   * A client that has not been started.
   *
   * @param failures told what Leshan swallows: why a handshake failed
   */
  static Assembled assemble(
      Lwm2mSettings settings,
      ServerInstance server,
      Collection<OutboxLane> lanes,
      ObjectShelf shelf,
      ParcelSender sender,
      Consumer<Throwable> failures) {
    var models = new ArrayList<>(ObjectLoader.loadDefault());
    models.addAll(OutboxIds.models());
    shelf.objects().forEach(object -> models.addAll(object.definitions()));
    var objects = new Objects(new StaticModel(models), shelf.kept());
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

    var endpoints =
        endpoints(settings, new TellingTransport.Listeners(failures, new AnsweredReceipts(lanes)));
    var client = new LeshanClientBuilder(settings.station());
    client.setObjects(objects.createAll());
    client.setRegistrationEngineFactory(engine(settings));
    client.setEndpointsProviders(endpoints);
    client.setDataSenders(sender);
    client.setEncoder(new SafeSenml());
    return new Assembled(client.build(), endpoints, objects);
  }

  /** The sockets of one client. */
  static CaliforniumClientEndpointsProvider endpoints(
      Lwm2mSettings settings, TellingTransport.Listeners told) {
    var transport =
        new CaliforniumClientEndpointsProvider.Builder(
            new TellingTransport.Plain(told), new TellingTransport.Secure(told));
    var configuration = transport.createDefaultConfiguration();
    configure(configuration, settings);
    transport.setConfiguration(configuration);
    return transport.build();
  }

  /** A client and the parts of it that are needed besides. */
  record Assembled(
      LeshanClient client, CaliforniumClientEndpointsProvider endpoints, Objects objects) {}

  /** Objects that keep their attributes. */
  static final class Objects extends ObjectsInitializer {
    private final Notebook kept;

    Objects(LwM2mModel model, Notebook kept) {
      super(model);
      this.kept = kept;
    }

    @Override
    protected LwM2mObjectEnabler createNodeEnabler(ObjectModel object) {
      var instances = new HashMap<Integer, LwM2mInstanceEnabler>();
      for (var instance : createInstances(object)) {
        if (instance.getId() == null) {
          instance.setId(instances.size());
        }
        instance.setModel(object);
        instances.put(instance.getId(), instance);
      }
      return new KeepingObject(
          object, instances, getFactoryFor(object), getContentFormat(object.id), kept);
    }
  }

  /** Puts the instances of an object where they belong; those that are there already stay. */
  static void place(Objects objects, ShelfObject object, LwM2mObjectTree tree) {
    if (tree.getObjectEnabler(object.id()) instanceof ObjectEnabler there) {
      var ids = there.getAvailableInstanceIds();
      object.instances().get().stream()
          .filter(instance -> !ids.contains(instance.getId()))
          .forEach(instance -> there.addInstance(instance.getId(), instance));
    } else {
      place(objects, object);
      if (!object.instances().get().isEmpty()) {
        tree.addObjectEnabler(objects.create(object.id()));
      }
    }
  }

  private static void place(ObjectsInitializer objects, ShelfObject object) {
    var instances = object.instances().get();
    if (!instances.isEmpty()) {
      objects.setFactoryForObject(object.id(), ClientAssembly::refuse);
      // It says the type of each value itself, for a server without the definition.
      objects.setDefaultContentFormat(object.id(), ContentFormat.SENML_CBOR);
      objects.setInstancesForObject(object.id(), instances.toArray(LwM2mInstanceEnabler[]::new));
    }
  }

  /** A server asks for one more instance; the station has what it has. */
  private static LwM2mInstanceEnabler refuse(
      ObjectModel model, @Nullable Integer id, @Nullable Collection<Integer> taken) {
    throw new InvalidRequestException("the instances of object %d are fixed", model.id);
  }

  private static Security security(Lwm2mSettings settings) {
    String uri = address(settings);
    return switch (settings.credentials()) {
      case Credentials.SharedKey(var identity, var key) ->
          Security.psk(
              uri, SHORT_SERVER_ID, identity.getBytes(StandardCharsets.UTF_8), key.bytes());
      case Credentials.Certificates(var own, var key, var server) ->
          Security.x509(
              uri, SHORT_SERVER_ID, encoded(own), key.getEncoded(), encoded(server), EXACTLY_THIS);
      case Credentials.None() -> Security.noSec(uri, SHORT_SERVER_ID);
    };
  }

  static String address(Lwm2mSettings settings) {
    return settings.uri().getScheme() + "://" + settings.host() + ":" + settings.port();
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be written", e);
    }
  }

  /** Leshan's engine registers once and renews; a failure ends the session, so it never retries. */
  private static DefaultRegistrationEngineFactory engine(Lwm2mSettings settings) {
    var engine = new DefaultRegistrationEngineFactory();
    engine.setRequestTimeoutInMs(settings.patience().answer().toMillis());
    engine.setDeregistrationTimeoutInMs(settings.patience().answer().toMillis());
    engine.setRetryWaitingTimeInMs(Integer.MAX_VALUE);
    engine.setBootstrapSessionTimeoutInSec(SECONDS_TO_DIE);
    engine.setQueueMode(settings.sleeps());
    return engine;
  }

  private static void configure(Configuration configuration, Lwm2mSettings settings) {
    var patience = settings.patience();
    long millis = patience.retransmission().toMillis();
    configuration.set(CoapConfig.ACK_TIMEOUT, millis, TimeUnit.MILLISECONDS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, LARGEST_BODY);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, DATAGRAM);
    // The default keeps every exchange for 247 s: a long block-wise transfer would fill the heap.
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    // A station has few requests under way at once; eight bytes to tell them apart are too many.
    configuration.set(CoapConfig.TOKEN_SIZE_LIMIT, TOKEN);
    configuration.set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, millis, TimeUnit.MILLISECONDS);
    configuration.set(DtlsConfig.DTLS_MAX_RETRANSMISSIONS, retransmissions(patience));
    configuration.set(DtlsConfig.DTLS_CIPHER_SUITES, Suites.of(settings.credentials()));
    configuration.set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY);
    // The server finds us by ours; a client with one server needs none to find that (RFC 9146 §3).
    configuration.set(DtlsConfig.DTLS_CONNECTION_ID_LENGTH, 0);
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
