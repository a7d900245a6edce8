package org.fieldstation.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hex, the way manifests write it. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  public static String of(byte[] bytes) {
    return new Sha256().add(ByteBuffer.wrap(bytes)).hex();
  }

  public static String of(InputStream in) throws IOException {
    var sum = new Sha256();
    var block = new byte[1 << 16];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      sum.add(ByteBuffer.wrap(block, 0, n));
    }
    return sum.hex();
  }

  public Sha256 add(ByteBuffer bytes) {
    digest.update(bytes);
    return this;
  }

  /** The same stream, whose bytes are added as they pass. */
  public OutputStream of(OutputStream out) {
    return new DigestOutputStream(out, digest);
  }

  /** The hash of all that was added; ends the sum. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
