package org.fieldstation.station.deliver.lwm2m;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** How a station and a server know each other. */
public sealed interface Credentials {

  /**
   * A key both have.
   *
   * @param identity what the server finds the key by
   */
  record SharedKey(String identity, Secret key) implements Credentials {}

  /**
   * Certificates.
   *
   * @param own this station's
   * @param key its private key
   * @param server the server's own certificate, and no other; {@code certificate usage} 3 of RFC
   *     6698 §2.1.1
   */
  record Certificates(X509Certificate own, PrivateKey key, X509Certificate server)
      implements Credentials {

    @Override
    public String toString() { // a private key never shows itself
      return "certificate of " + own.getSubjectX500Principal();
    }
  }

  /** None at all, for the simulator. */
  record None() implements Credentials {}
}
