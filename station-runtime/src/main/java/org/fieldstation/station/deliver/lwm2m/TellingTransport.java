package org.fieldstation.station.deliver.lwm2m;

import java.util.function.Consumer;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.leshan.transport.californium.DefaultCoapsExceptionTranslator;
import org.eclipse.leshan.transport.californium.DefaultExceptionTranslator;
import org.eclipse.leshan.transport.californium.ExceptionTranslator;
import org.eclipse.leshan.transport.californium.client.endpoint.CaliforniumClientEndpointFactory;
import org.eclipse.leshan.transport.californium.client.endpoint.coap.CoapClientEndpointFactory;
import org.eclipse.leshan.transport.californium.client.endpoint.coap.CoapClientProtocolProvider;
import org.eclipse.leshan.transport.californium.client.endpoint.coaps.CoapsClientEndpointFactory;
import org.eclipse.leshan.transport.californium.client.endpoint.coaps.CoapsClientProtocolProvider;

/**
 * Leshan's transports, which also tell why a message could not be sent. Leshan reports a handshake
 * that failed as a plain timeout, which hides a wrong key behind a bad link.
 */
final class TellingTransport {
  private TellingTransport() {}

  private static ExceptionTranslator telling(
      ExceptionTranslator translator, Consumer<Throwable> failures) {
    return (Request request, Throwable error) -> {
      failures.accept(error);
      return translator.translate(request, error);
    };
  }

  /** CoAP over UDP, for the simulator. */
  static final class Plain extends CoapClientProtocolProvider {
    private final Consumer<Throwable> failures;

    Plain(Consumer<Throwable> failures) {
      this.failures = failures;
    }

    @Override
    public CaliforniumClientEndpointFactory createDefaultEndpointFactory() {
      return new CoapClientEndpointFactory() {
        @Override
        public ExceptionTranslator createExceptionTranslator() {
          return telling(new DefaultExceptionTranslator(), failures);
        }
      };
    }
  }

  /** CoAP over DTLS. */
  static final class Secure extends CoapsClientProtocolProvider {
    private final Consumer<Throwable> failures;

    Secure(Consumer<Throwable> failures) {
      this.failures = failures;
    }

    @Override
    public CaliforniumClientEndpointFactory createDefaultEndpointFactory() {
      return new CoapsClientEndpointFactory() {
        @Override
        public ExceptionTranslator createExceptionTranslator() {
          return telling(new DefaultCoapsExceptionTranslator(), failures);
        }
      };
    }
  }
}
