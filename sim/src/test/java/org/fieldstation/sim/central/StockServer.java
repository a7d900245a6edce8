package org.fieldstation.sim.central;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.endpoint.Protocol;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.request.DownlinkDeviceManagementRequest;
import org.eclipse.leshan.core.request.ReadRequest;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.core.response.LwM2mResponse;
import org.eclipse.leshan.server.LeshanServer;
import org.eclipse.leshan.server.LeshanServerBuilder;
import org.eclipse.leshan.server.model.VersionedModelProvider;
import org.eclipse.leshan.server.registration.Registration;
import org.eclipse.leshan.servers.security.InMemorySecurityStore;
import org.eclipse.leshan.servers.security.SecurityInfo;
import org.eclipse.leshan.transport.californium.server.endpoint.CaliforniumServerEndpointsProvider;
import org.eclipse.leshan.transport.californium.server.endpoint.coaps.CoapsServerProtocolProvider;
import org.jspecify.annotations.Nullable;

/** Leshan's server as it comes, with the definition of our object and one key. */
final class StockServer implements AutoCloseable {
  private static final String DEFINITIONS = "/org/fieldstation/station/deliver/lwm2m/";
  private static final List<Integer> OURS =
      List.of(26250, 26251, 26252, 26253, 26254, 26256, 26257, 26258);
  private static final int OUTBOX = 26250;
  private static final long AT_MOST = 10_000;

  private final LeshanServer server;

  StockServer(String station, String identity, byte[] key) throws Exception {
    this(SecurityInfo.newPreSharedKeyInfo(station, identity, key), _ -> {});
  }

  /** The same, which knows itself and the station by certificates. */
  static StockServer certified(String station, Papers own, X509Certificate trusted)
      throws Exception {
    return new StockServer(
        SecurityInfo.newX509CertInfo(station),
        builder -> {
          builder.setPrivateKey(own.key());
          builder.setCertificateChain(new X509Certificate[] {own.certificate()});
          builder.setTrustedCertificates(new X509Certificate[] {trusted});
        });
  }

  private StockServer(SecurityInfo known, Consumer<LeshanServerBuilder> more) throws Exception {
    var keys = new InMemorySecurityStore();
    keys.add(known);
    var models = new ArrayList<>(ObjectLoader.loadAllDefault());
    for (int ours : OURS) {
      try (InputStream definition =
          Objects.requireNonNull(
              StockServer.class.getResourceAsStream(DEFINITIONS + ours + ".xml"))) {
        models.addAll(ObjectLoader.loadDdfFile(definition, ours + ".xml", true));
      }
    }
    var transport =
        new CaliforniumServerEndpointsProvider.Builder(new CoapsServerProtocolProvider());
    transport.addEndpoint(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Protocol.COAPS);
    var builder = new LeshanServerBuilder();
    builder.setEndpointsProviders(transport.build());
    builder.setSecurityStore(keys);
    builder.setObjectModelProvider(new VersionedModelProvider(models));
    more.accept(builder);
    server = builder.build();
    server.start();
  }

  InetSocketAddress address() {
    int port = server.getEndpoint(Protocol.COAPS).getURI().getPort();
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Nullable Registration registration(String station) {
    return server.getRegistrationService().getByEndpoint(station);
  }

  /** Leshan's server, for everything else. */
  LeshanServer leshan() {
    return server;
  }

  /** Sends any request and waits for the answer. */
  <T extends LwM2mResponse> T ask(Registration station, DownlinkDeviceManagementRequest<T> request)
      throws InterruptedException {
    return Objects.requireNonNull(server.send(station, request, AT_MOST), "no answer");
  }

  /** The parcel that the station offers in a lane; empty when it says that there is none. */
  Optional<byte[]> read(Registration station, int lane) throws InterruptedException {
    var answer = server.send(station, new ReadRequest(OUTBOX, lane, 3), AT_MOST);
    if (answer == null || answer.getCode().equals(ResponseCode.NOT_FOUND)) {
      return Optional.empty();
    }
    return Optional.of((byte[]) ((LwM2mResource) answer.getContent()).getValue());
  }

  ResponseCode acknowledge(Registration station, int lane, String receipt)
      throws InterruptedException {
    return server.send(station, new WriteRequest(OUTBOX, lane, 2, receipt), AT_MOST).getCode();
  }

  @Override
  public void close() {
    server.destroy();
  }
}
