package org.fieldstation.ota.publish;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.fieldstation.ota.json.Canonical;
import org.fieldstation.ota.json.Json;
import org.fieldstation.ota.json.Json.Fields;
import org.fieldstation.ota.json.JsonReader;
import org.fieldstation.ota.trust.Ed25519;
import org.fieldstation.ota.trust.Key;

/** A signer's key pair. Its file is for that person alone; it says nothing about itself in text. */
public record SecretKey(String publicHex, String secretHex) {
  private static final int BYTES = 32;

  public static SecretKey generate(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      var pair = generator.generateKeyPair();
      return new SecretKey(
          last(pair.getPublic().getEncoded()), last(pair.getPrivate().getEncoded()));
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new AssertionError("this platform has Ed25519", e);
    }
  }

  public static SecretKey read(byte[] file) {
    var json = JsonReader.read(file).as(Fields.class, "key");
    return new SecretKey(json.text("public"), json.text("secret"));
  }

  public byte[] file() {
    return Canonical.bytes(
        Fields.of(Map.of("public", Json.text(publicHex), "secret", Json.text(secretHex))));
  }

  public Key key() {
    return Key.ed25519(publicHex);
  }

  String sign(byte[] message) {
    return Ed25519.sign(secretHex, message);
  }

  @Override
  public String toString() {
    return "secret key of " + publicHex;
  }

  private static String last(byte[] encoded) {
    return HexFormat.of()
        .formatHex(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
  }
}
