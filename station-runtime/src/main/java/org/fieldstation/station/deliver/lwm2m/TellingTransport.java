package org.fieldstation.station.deliver.lwm2m;

import java.net.InetAddress;
import java.security.cert.Certificate;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.interceptors.MessageInterceptor;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.leshan.client.endpoint.ClientEndpointToolbox;
import org.eclipse.leshan.client.servers.ServerInfo;
import org.eclipse.leshan.transport.californium.DefaultCoapsExceptionTranslator;
import org.eclipse.leshan.transport.californium.DefaultExceptionTranslator;
import org.eclipse.leshan.transport.californium.ExceptionTranslator;
import org.eclipse.leshan.transport.californium.client.endpoint.CaliforniumClientEndpointFactory;
import org.eclipse.leshan.transport.californium.client.endpoint.coap.CoapClientEndpointFactory;
import org.eclipse.leshan.transport.californium.client.endpoint.coap.CoapClientProtocolProvider;
import org.eclipse.leshan.transport.californium.client.endpoint.coaps.CoapsClientEndpointFactory;
import org.eclipse.leshan.transport.californium.client.endpoint.coaps.CoapsClientProtocolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Leshan's transports, which also tell why a message could not be sent. Leshan reports a handshake
 * that failed as a plain timeout, which hides a wrong key behind a bad link.
 */
final class TellingTransport {
  private TellingTransport() {}

  /**
   * Who is told what Leshan keeps to itself, by any thread.
   *
   * @param failures why a message could not be sent
   * @param answers every answer, before Leshan makes its own of it
   */
  record Listeners(Consumer<Throwable> failures, Consumer<Response> answers) {}

  private static ExceptionTranslator telling(
      ExceptionTranslator translator, Consumer<Throwable> failures) {
    return (Request request, Throwable error) -> {
      failures.accept(error);
      return translator.translate(request, error);
    };
  }

  private static @Nullable CoapEndpoint listening(@Nullable CoapEndpoint endpoint, Listeners told) {
    if (endpoint != null) {
      endpoint.addInterceptor(
          new MessageInterceptor() {
            @Override
            public void receiveResponse(Response response) {
              told.answers().accept(response);
            }
          });
    }
    return endpoint;
  }

  /** CoAP over UDP, for the simulator. */
  static final class Plain extends CoapClientProtocolProvider {
    private final Listeners told;

    Plain(Listeners told) {
      this.told = told;
    }

    @Override
    public CaliforniumClientEndpointFactory createDefaultEndpointFactory() {
      return new CoapClientEndpointFactory() {
        @Override
        public @Nullable CoapEndpoint createCoapEndpoint(
            InetAddress address,
            Configuration configuration,
            ServerInfo server,
            boolean clientInitiatedOnly,
            @Nullable List<Certificate> trustStore,
            ClientEndpointToolbox toolbox) {
          return listening(
              super.createCoapEndpoint(
                  address, configuration, server, clientInitiatedOnly, trustStore, toolbox),
              told);
        }

        @Override
        public ExceptionTranslator createExceptionTranslator() {
          return telling(new DefaultExceptionTranslator(), told.failures());
        }
      };
    }
  }

  /** CoAP over DTLS. */
  static final class Secure extends CoapsClientProtocolProvider {
    private final Listeners told;

    Secure(Listeners told) {
      this.told = told;
    }

    @Override
    public CaliforniumClientEndpointFactory createDefaultEndpointFactory() {
      return new CoapsClientEndpointFactory() {
        @Override
        public @Nullable CoapEndpoint createCoapEndpoint(
            InetAddress address,
            Configuration configuration,
            ServerInfo server,
            boolean clientInitiatedOnly,
            @Nullable List<Certificate> trustStore,
            ClientEndpointToolbox toolbox) {
          return listening(
              super.createCoapEndpoint(
                  address, configuration, server, clientInitiatedOnly, trustStore, toolbox),
              told);
        }

        @Override
        public ExceptionTranslator createExceptionTranslator() {
          return telling(new DefaultCoapsExceptionTranslator(), told.failures());
        }
      };
    }
  }
}
