package org.fieldstation.station.wire;

/** Bytes from outside that are not what they should be. */
public final class WireException extends RuntimeException {

  public WireException(String message) {
    super(message);
  }

  public WireException(String message, Throwable cause) {
    super(message, cause);
  }

  static void unless(boolean holds, String otherwise) {
    if (!holds) {
      throw new WireException(otherwise);
    }
  }
}
