package org.fieldstation.station.deliver.lwm2m;

import java.util.HexFormat;

/** A pre-shared key. It never shows itself in a log, a message or a debugger. */
public final class Secret {
  private final byte[] bytes;

  /** The key with these bytes, which are copied. */
  public Secret(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("a pre-shared key without bytes");
    }
    this.bytes = bytes.clone();
  }

  /** The key written in hex. */
  public static Secret ofHex(String hex) {
    return new Secret(HexFormat.of().parseHex(hex));
  }

  /** A copy of the key. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "a key of " + bytes.length + " bytes";
  }
}
