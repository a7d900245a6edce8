package org.fieldstation.station.deliver.lwm2m;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.pskstore.SinglePskStore;
import org.fieldstation.ota.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Opens repositories behind {@code coap://} and {@code coaps://}, with the account this station has
 * at that host. What comes is believed for its signatures and hashes alone, so plain CoAP gives
 * away what is installed, and nothing else.
 */
public final class CoapSource {
  private final Function<URI, Optional<Credentials.SharedKey>> accounts;
  private final int window;
  private @Nullable URI address;
  private @Nullable CoapRepository open;

  /**
   * @param accounts the account at an address, if there is one
   * @param window blocks asked for at a time
   */
  public CoapSource(Function<URI, Optional<Credentials.SharedKey>> accounts, int window) {
    this.accounts = accounts;
    this.window = window;
  }

  /**
   * The repository at an address; one is kept open, for a handshake costs as much as many blocks.
   */
  public synchronized Repository open(URI wanted) {
    if (open == null || !wanted.equals(address)) {
      if (open != null) {
        open.close();
      }
      open = new CoapRepository(wanted, endpoint(wanted), window);
      address = wanted;
    }
    return open;
  }

  private CoapEndpoint endpoint(URI wanted) {
    var configuration = configuration();
    var endpoint = CoapEndpoint.builder().setConfiguration(configuration);
    if (wanted.getScheme().equalsIgnoreCase("coaps")) {
      var dtls =
          DtlsConnectorConfig.builder(configuration)
              .set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY)
              .setAddress(new InetSocketAddress(0));
      accounts
          .apply(wanted)
          .ifPresent(account ->
              dtls.setPskStore(new SinglePskStore(account.identity(), account.key().bytes())));
      endpoint.setConnector(new DTLSConnector(dtls.build()));
    }
    return endpoint.build();
  }

  private static Configuration configuration() {
    CoapConfig.register();
    UdpConfig.register();
    DtlsConfig.register();
    var configuration =
        new Configuration(CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS, DtlsConfig.DEFINITIONS);
    // Not the library's own block-wise transfer, which would gather a whole file in memory.
    configuration.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, 0);
    configuration.set(CoapConfig.PREFERRED_BLOCK_SIZE, CoapRepository.BLOCK);
    configuration.set(CoapConfig.MAX_MESSAGE_SIZE, CoapRepository.BLOCK);
    configuration.set(CoapConfig.DEDUPLICATOR, CoapConfig.DEDUPLICATOR_PEERS_MARK_AND_SWEEP);
    configuration.set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1);
    configuration.set(DtlsConfig.DTLS_AUTO_HANDSHAKE_TIMEOUT, 30, TimeUnit.SECONDS); // NAT
    return configuration;
  }
}
