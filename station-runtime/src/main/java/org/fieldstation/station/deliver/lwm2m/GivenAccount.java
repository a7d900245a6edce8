package org.fieldstation.station.deliver.lwm2m;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fieldstation.station.deliver.lwm2m.Credentials.Certificates;
import org.fieldstation.station.deliver.lwm2m.Credentials.None;
import org.fieldstation.station.deliver.lwm2m.Credentials.SharedKey;
import org.fieldstation.station.keep.Notebook;

/**
 * An account that a bootstrap server gave out, as a server's notebook keeps it. The notebook's file
 * is its owner's alone, and replaced whole.
 */
public record GivenAccount(URI uri, Credentials credentials) {
  static final String UNDER = "account/";
  private static final String URI_ = UNDER + "uri";
  private static final String IDENTITY = UNDER + "identity";
  private static final String KEY = UNDER + "key";
  private static final String OWN = UNDER + "certificate";
  private static final String PRIVATE = UNDER + "private-key";
  private static final String SERVER = UNDER + "server-certificate";

  /** The account that is kept there; none as long as no bootstrap has ended well. */
  public static Optional<GivenAccount> kept(Notebook notebook) {
    return notebook
        .get(URI_)
        .map(uri -> new GivenAccount(URI.create(uri), credentials(notebook.under(UNDER))));
  }

  private static Credentials credentials(Map<String, String> words) {
    if (words.containsKey(IDENTITY)) {
      return new SharedKey(word(words, IDENTITY), Secret.ofHex(word(words, KEY)));
    }
    if (!words.containsKey(OWN)) {
      return new None();
    }
    return certificates(
        bytes(word(words, OWN)), bytes(word(words, PRIVATE)), bytes(word(words, SERVER)));
  }

  /** Certificates in DER and a private key in PKCS#8. */
  static Certificates certificates(byte[] own, byte[] key, byte[] server) {
    try {
      var privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
      return new Certificates(certificate(own), privateKey, certificate(server));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not certificates with an elliptic curve key", e);
    }
  }

  private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static String word(Map<String, String> words, String name) {
    var word = words.get(name);
    if (word == null) {
      throw new IllegalArgumentException("the kept account is damaged: no " + name);
    }
    return word;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** What to write into the notebook. */
  Map<String, String> words() {
    var words = new TreeMap<String, String>();
    words.put(URI_, uri.toString());
    var hex = HexFormat.of();
    switch (credentials) {
      case SharedKey(var identity, var key) -> {
        words.put(IDENTITY, identity);
        words.put(KEY, hex.formatHex(key.bytes()));
      }
      case Certificates(var own, var key, var server) -> {
        words.put(OWN, hex.formatHex(ClientAssembly.encoded(own)));
        words.put(PRIVATE, hex.formatHex(key.getEncoded()));
        words.put(SERVER, hex.formatHex(ClientAssembly.encoded(server)));
      }
      case None() -> {}
    }
    return words;
  }
}
