package org.fieldstation.station.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.fieldstation.station.collect.CollectException.Code;

/**
 * Closes files so that only the two who share an account's key can read or alter them: a stick may
 * be lost on the way, and what is on it says where rare animals are. AES-256-GCM (NIST SP 800-38D)
 * under a key that HKDF-SHA-256 (RFC 5869) draws from the account's key for this purpose only; the
 * file's name is sealed in, so that files cannot change places.
 *
 * <pre>
 * sealed = nonce (12 bytes) | ciphertext | tag (16 bytes)
 * key    = HKDF(ikm: account key, info: "fieldstation collect 1 " purpose, 32 bytes)
 * </pre>
 */
public final class Seal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  private Seal(SecretKey key) {
    this.key = key;
  }

  /**
   * The seal for a purpose.
   *
   * @param accountKey the pre-shared key of the station at the server
   * @param purpose what is sealed and whose it is, for instance {@code records ailaoshan-007}
   */
  public static Seal of(byte[] accountKey, String purpose) {
    try {
      var info = ("fieldstation collect 1 " + purpose).getBytes(UTF_8);
      var draw = HKDFParameterSpec.ofExtract().addIKM(accountKey).thenExpand(info, 32);
      return new Seal(KDF.getInstance("HKDF-SHA256").deriveKey("AES", draw));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
    }
  }

  /**
   * Seals a file's bytes.
   *
   * @param random a secure one: the same nonce must never come twice under one key
   */
  public byte[] close(String name, byte[] plain, RandomGenerator random) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, name, nonce);
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
      cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform seals with AES-GCM", e);
    }
  }

  /**
   * Opens a sealed file.
   *
   * @throws CollectException NOT_OURS when it was altered, renamed, or sealed with another key
   */
  public byte[] open(String name, byte[] sealed) {
    try {
      var nonce = Arrays.copyOf(sealed, NONCE);
      int length = Math.max(0, sealed.length - NONCE);
      return cipher(Cipher.DECRYPT_MODE, name, nonce)
          .doFinal(sealed, Math.min(NONCE, sealed.length), length);
    } catch (GeneralSecurityException e) {
      throw new CollectException(
          Code.NOT_OURS, name + ": was altered, or is not sealed with this account's key", e);
    }
  }

  private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(UTF_8));
    return cipher;
  }
}
