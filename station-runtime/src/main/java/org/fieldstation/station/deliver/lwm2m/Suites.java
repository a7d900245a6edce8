package org.fieldstation.station.deliver.lwm2m;

import static org.eclipse.californium.scandium.dtls.cipher.CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8;
import static org.eclipse.californium.scandium.dtls.cipher.CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256;
import static org.eclipse.californium.scandium.dtls.cipher.CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256;
import static org.eclipse.californium.scandium.dtls.cipher.CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256;
import static org.eclipse.californium.scandium.dtls.cipher.CipherSuite.TLS_PSK_WITH_AES_128_CCM_8;
import static org.eclipse.californium.scandium.dtls.cipher.CipherSuite.TLS_PSK_WITH_AES_128_GCM_SHA256;

import java.util.List;
import org.eclipse.californium.scandium.dtls.cipher.CipherSuite;

/**
 * What a station offers in the handshake, best first. A tag of 8 bytes is what RFC 7925 §4.2 asks
 * of small devices, and half of GCM's. With a key of the session's own (ECDHE) old recordings stay
 * closed to whoever finds the pre-shared key later.
 */
final class Suites {
  private Suites() {}

  static List<CipherSuite> of(Credentials credentials) {
    return switch (credentials) {
      case Credentials.Certificates _ ->
          List.of(TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
      case Credentials.SharedKey _, Credentials.None _ ->
          List.of(
              TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256,
              TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
              TLS_PSK_WITH_AES_128_CCM_8,
              TLS_PSK_WITH_AES_128_GCM_SHA256);
    };
  }
}
