package org.fieldstation.ota;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as lower-case hex, the only name content has in this module. */
public final class Sha256 {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  public static String of(byte[] bytes) {
    return new Sha256().add(bytes, bytes.length).hex();
  }

  public static String of(InputStream in) throws IOException {
    var sum = new Sha256();
    var block = new byte[1 << 16];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      sum.add(block, n);
    }
    return sum.hex();
  }

  /** True of what could be a hash; everything else may not become part of a file name. */
  public static boolean isHash(String text) {
    return HEX.matcher(text).matches();
  }

  public Sha256 add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    return this;
  }

  /** The hash of all that was added; ends the sum. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
