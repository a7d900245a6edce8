package org.fieldstation.sim.central;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.californium.core.CoapExchange;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.CoapServer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MessageObserverAdapter;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.EndpointContext;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.MultiPskStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bootstrap server in small: whoever comes with a key it knows gets an account elsewhere, message
 * by message. It remembers nothing of those who ask. Leshan's own did not resolve for this release.
 */
public final class BootstrapServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BootstrapServer.class);

  private final CoapServer server;
  private final CoapEndpoint endpoint;
  private final Map<String, Account> keys;
  private final Map<String, BootstrapOffer> offers;
  private final Function<List<Request>, List<Request>> habit;

  private BootstrapServer(
      CoapEndpoint endpoint,
      Configuration configuration,
      List<Account> keys,
      List<BootstrapOffer> offers,
      UnaryOperator<List<Request>> habit) {
    this.endpoint = endpoint;
    this.keys = keys.stream().collect(Collectors.toMap(Account::station, it -> it));
    this.offers = offers.stream().collect(Collectors.toMap(it -> it.account().station(), it -> it));
    this.habit = habit;
    server = new CoapServer(configuration);
    server.addEndpoint(endpoint);
    server.add(new Door());
  }

  /**
   * Serves.
   *
   * @param keys how stations prove who they are here
   * @param offers what they get
   */
  public static BootstrapServer start(
      InetSocketAddress address, List<Account> keys, List<BootstrapOffer> offers)
      throws IOException {
    return start(address, keys, offers, UnaryOperator.identity());
  }

  /** The same, which says something else than it should. */
  static BootstrapServer start(
      InetSocketAddress address,
      List<Account> keys,
      List<BootstrapOffer> offers,
      UnaryOperator<List<Request>> habit)
      throws IOException {
    CoapConfig.register();
    UdpConfig.register();
    DtlsConfig.register();
    var configuration =
        new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, DtlsConfig.DEFINITIONS);
    var known = new MultiPskStore();
    keys.forEach(account -> known.setKey(account.identity(), account.key().bytes()));
    var dtls =
        DtlsConnectorConfig.builder(configuration)
            .set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY)
            .setAddress(address)
            .setPskStore(known)
            .build();
    var endpoint =
        CoapEndpoint.builder()
            .setConfiguration(configuration)
            .setConnector(new DTLSConnector(dtls))
            .build();
    var server = new BootstrapServer(endpoint, configuration, keys, offers, habit);
    server.server.start();
    return server;
  }

  public int port() {
    return endpoint.getAddress().getPort();
  }

  @Override
  public void close() {
    server.destroy();
  }

  /** {@code POST /bs?ep=…}. */
  private final class Door extends CoapResource {
    Door() {
      super("bs");
    }

    @Override
    public void handlePOST(CoapExchange exchange) {
      var station = exchange.getQueryParameter("ep");
      var offer = station == null ? null : offers.get(station);
      var peer = exchange.advanced().getRequest().getSourceContext();
      if (offer == null || !is(peer.getPeerIdentity(), station)) {
        exchange.respond(ResponseCode.BAD_REQUEST, "no account for that name and key");
        return;
      }
      exchange.respond(ResponseCode.CHANGED);
      next(station, peer, new ArrayDeque<>(habit.apply(BootstrapScript.of(offer))));
    }

    private boolean is(@Nullable Principal peer, String station) {
      var account = keys.get(station);
      return account != null && peer != null && peer.getName().equals(account.identity());
    }
  }

  /** Each message waits for the answer to the one before: they must arrive in order. */
  private void next(String station, EndpointContext to, Queue<Request> messages) {
    var message = messages.poll();
    if (message == null) {
      log.info("{} has its account", station);
      return;
    }
    message.setDestinationContext(to);
    message.addMessageObserver(
        new MessageObserverAdapter() {
          @Override
          public void onResponse(Response answer) {
            if (answer.isSuccess()) {
              next(station, to, messages);
            } else {
              log.warn("{}: {} {}", station, answer.getCode(), answer.getPayloadString());
            }
          }
        });
    endpoint.sendRequest(message);
  }
}
