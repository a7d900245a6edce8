package org.fieldstation.ota.trust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 with keys as the bare 32 bytes, as metadata writes them. */
public final class Ed25519 {
  private static final String NAME = "Ed25519";

  /** What RFC 8410 puts before the 32 bytes. */
  private static final String PUBLIC_PREFIX = "302a300506032b6570032100";

  private static final String PRIVATE_PREFIX = "302e020100300506032b657004220420";

  private Ed25519() {}

  /** False for anything that is not this key's signature of this message, whatever it is. */
  public static boolean verifies(String publicHex, byte[] message, String signatureHex) {
    try {
      var key = HexFormat.of().parseHex(PUBLIC_PREFIX + publicHex);
      var verifier = Signature.getInstance(NAME);
      verifier.initVerify(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(key)));
      verifier.update(message);
      return verifier.verify(HexFormat.of().parseHex(signatureHex));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }

  public static String sign(String secretHex, byte[] message) {
    try {
      var signer = Signature.getInstance(NAME);
      signer.initSign(secret(secretHex));
      signer.update(message);
      return HexFormat.of().formatHex(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 secret key", e);
    }
  }

  private static PrivateKey secret(String secretHex) throws GeneralSecurityException {
    var encoded = HexFormat.of().parseHex(PRIVATE_PREFIX + secretHex);
    return KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }
}
