package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;

/**
 * How long things may take before they count as failed, and how often they are tried.
 *
 * @param lifetime of the registration; Leshan renews it EXCHANGE_LIFETIME (247 s, RFC 7252 §4.8.2)
 *     before its end
 * @param retransmission first wait for an acknowledgement, of CoAP (ACK_TIMEOUT) and of DTLS
 * @param answer longest wait for a registration, or for the answer to a whole Send
 * @param receipt longest wait for the receipt after the answer
 * @param firstRetry upper bound of the first pause before trying to register again
 * @param longestRetry upper bound of all later pauses
 */
public record Patience(
    Duration lifetime,
    Duration retransmission,
    Duration answer,
    Duration receipt,
    Duration firstRetry,
    Duration longestRetry) {

  static final Duration SHORTEST_LIFETIME = Duration.ofHours(1);

  public Patience {
    // Below this Leshan renews so often that a bad link carries little else: 300 s means every 53
    // s.
    if (lifetime.compareTo(SHORTEST_LIFETIME) < 0) {
      throw new IllegalArgumentException("a lifetime under an hour: " + lifetime);
    }
  }

  /** For a cellular link behind a NAT, in the rain. */
  public static Patience field() {
    return new Patience(
        Duration.ofHours(24),
        Duration.ofSeconds(3),
        Duration.ofMinutes(2),
        Duration.ofSeconds(60),
        Duration.ofSeconds(5),
        Duration.ofMinutes(10));
  }

  /**
   * How long after the last word either side may still have something to say, and the socket stays
   * open: MAX_TRANSMIT_WAIT (RFC 7252 §4.8.2), or a whole handover where that takes longer.
   */
  Duration awake() {
    var transmit = retransmission.multipliedBy(31 * 3).dividedBy(2);
    var handover = answer.plus(receipt);
    return transmit.compareTo(handover) > 0 ? transmit : handover;
  }
}
