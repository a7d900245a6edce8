package org.fieldstation.sim.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key pair and its own certificate, made by the JDK's keytool for one test. */
record Papers(X509Certificate certificate, PrivateKey key) {
  private static final String PASSWORD = "only-for-a-test";

  static Papers of(String commonName, Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    var file = folder.resolve(commonName + ".p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "one",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + commonName,
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (made != 0) {
      throw new AssertionError("keytool ended with " + made);
    }
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new Papers(
        (X509Certificate) store.getCertificate("one"),
        (PrivateKey) store.getKey("one", PASSWORD.toCharArray()));
  }
}
