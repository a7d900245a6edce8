package org.fieldstation.sim.depot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.CoapExchange;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.MultiPskStore;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A repository over CoAP: under {@code /ota/}, block by block. It remembers nothing of those who
 * ask, so a download may stop for a month.
 */
public final class CoapDepot implements AutoCloseable {
  private static final int BLOCK = 1024;
  private static final int SIZE_EXPONENT = 6;
  private static final String PREFIX = "ota";

  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final Tap tap = new Tap();

  private CoapDepot(Path repository, CoapEndpoint endpoint, Configuration configuration) {
    this.endpoint = endpoint;
    server = new CoapServer(configuration);
    server.addEndpoint(endpoint);
    server.add(new Files(PREFIX, PREFIX, new Shelf(repository)));
  }

  /**
   * Serves a repository.
   *
   * @param accounts keys by identity, for DTLS; none serves everybody without
   */
  public static CoapDepot start(
      Path repository, InetSocketAddress address, Map<String, Secret> accounts) throws IOException {
    CoapConfig.register();
    UdpConfig.register();
    DtlsConfig.register();
    var configuration =
        new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, DtlsConfig.DEFINITIONS);
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 0); // each block is an answer of its own
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, BLOCK);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, BLOCK);
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    var endpoint = CoapEndpoint.builder().setConfiguration(configuration);
    if (accounts.isEmpty()) {
      endpoint.setInetSocketAddress(address);
    } else {
      var keys = new MultiPskStore();
      accounts.forEach((identity, key) -> keys.setKey(identity, key.bytes()));
      endpoint.setConnector(
          new DTLSConnector(
              DtlsConnectorConfig.builder(configuration)
                  .set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY)
                  .setAddress(address)
                  .setPskStore(keys)
                  .build()));
    }
    var depot = new CoapDepot(repository, endpoint.build(), configuration);
    depot.server.start();
    return depot;
  }

  public int port() {
    return endpoint.getAddress().getPort();
  }

  /** Bytes of files that it has sent. */
  public long sent() {
    return tap.given();
  }

  /** Where it can be made to fall silent. */
  public Tap tap() {
    return tap;
  }

  @Override
  public void close() {
    server.destroy();
  }

  /** A folder in which every name might be a file. */
  private final class Files extends CoapResource {
    private final String path;
    private final Shelf shelf;

    Files(String name, String path, Shelf shelf) {
      super(name);
      this.path = path;
      this.shelf = shelf;
    }

    @Override
    public @Nullable Resource getChild(String name) {
      return path.length() > 300 ? null : new Files(name, path + "/" + name, shelf);
    }

    @Override
    public void handleGET(CoapExchange exchange) {
      try {
        var item =
            path.equals(PREFIX)
                ? Optional.<Shelf.Item>empty()
                : shelf.find(path.substring(PREFIX.length() + 1));
        if (item.isEmpty()) {
          exchange.respond(ResponseCode.NOT_FOUND);
        } else {
          block(item.get(), exchange).ifPresent(exchange::respond); // else as if the link were lost
        }
      } catch (IOException e) {
        exchange.respond(ResponseCode.INTERNAL_SERVER_ERROR);
      }
    }

    private Optional<Response> block(Shelf.Item item, CoapExchange exchange) throws IOException {
      var asked = exchange.getRequestOptions().getBlock2();
      int number = asked == null ? 0 : asked.getNum();
      int exponent = asked == null ? SIZE_EXPONENT : Math.min(asked.getSzx(), SIZE_EXPONENT);
      int size = 16 << exponent;
      long from = (long) number * size;
      if (from > 0 && from >= item.length()) {
        return Optional.of(new Response(ResponseCode.BAD_OPTION));
      }
      var part = item.part(from, size);
      if (!tap.take(part.length)) {
        return Optional.empty();
      }
      var response = new Response(ResponseCode.CONTENT);
      response.setPayload(part);
      response
          .getOptions()
          .setBlock2(exponent, from + part.length < item.length(), number)
          .addETag(ByteBuffer.allocate(Long.BYTES).putLong(item.version()).array())
          .setSize2(Math.toIntExact(item.length()));
      return Optional.of(response);
    }
  }
}
