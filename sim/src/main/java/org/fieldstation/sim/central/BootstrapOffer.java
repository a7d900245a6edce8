package org.fieldstation.sim.central;

import java.net.URI;
import java.util.Map;

/**
 * What a bootstrap server gives a station: its account at another server.
 *
 * @param account the station, and identity and key of the account that it gets
 * @param server where that is, {@code coaps://host:port}
 * @param terms resources of the Server object besides its number, lifetime and binding, such as 17:
 *     tries before a longer pause
 */
public record BootstrapOffer(Account account, URI server, Map<Integer, Object> terms) {
  public BootstrapOffer {
    terms = Map.copyOf(terms);
  }
}
