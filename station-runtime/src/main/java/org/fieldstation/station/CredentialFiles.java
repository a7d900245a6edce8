package org.fieldstation.station;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.GivenAccount;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.settings.CentralSettings;
import org.fieldstation.station.settings.SettingsException;
import org.fieldstation.station.settings.SettingsFile;

/** Keys and certificates as files beside the configuration. */
public record CredentialFiles(SettingsFile configuration) {
  private static final String KEY_BEGINS = "-----BEGIN PRIVATE KEY-----";
  private static final String KEY_ENDS = "-----END PRIVATE KEY-----";

  /**
   * The account that records go to: what stands in the configuration, or what a bootstrap server
   * has given; empty as long as it has not.
   */
  public Optional<GivenAccount> account(CentralSettings server) {
    return server.bootstrap().orElse(false)
        ? GivenAccount.kept(Remote.notebook(configuration, server))
        : Optional.of(new GivenAccount(URI.create(server.uri()), of(server)));
  }

  /** How the station and the server of the configuration know each other. */
  Credentials of(CentralSettings server) {
    return server
        .keyFile()
        .<Credentials>map(file ->
            new Credentials.SharedKey(
                server.identity().orElseThrow(), new Secret(configuration.key(file))))
        .orElseGet(() ->
            new Credentials.Certificates(
                certificate(server.certificateFile().orElseThrow()),
                privateKey(server.privateKeyFile().orElseThrow()),
                certificate(server.serverCertificateFile().orElseThrow())));
  }

  private X509Certificate certificate(Path file) {
    var where = configuration.resolve(file);
    try {
      var factory = CertificateFactory.getInstance("X.509");
      var bytes = new ByteArrayInputStream(Files.readAllBytes(where));
      return (X509Certificate) factory.generateCertificate(bytes);
    } catch (IOException e) {
      throw new SettingsException(where + ": cannot be read: " + e.getMessage(), e);
    } catch (CertificateException e) {
      throw new SettingsException(where + ": is not a certificate in PEM", e);
    }
  }

  /** Elliptic curve keys only: what DTLS on small devices uses (RFC 7925 §4.4). */
  private PrivateKey privateKey(Path file) {
    var where = configuration.resolve(file);
    var text = new String(configuration.secret(file), StandardCharsets.US_ASCII);
    int begin = text.indexOf(KEY_BEGINS);
    int end = text.indexOf(KEY_ENDS);
    try {
      if (begin < 0 || end < begin) {
        throw new SettingsException(where + ": is not a private key in PKCS#8 and PEM");
      }
      var base64 = text.substring(begin + KEY_BEGINS.length(), end);
      var bytes = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SettingsException(where + ": is not an elliptic curve key", e);
    }
  }
}
