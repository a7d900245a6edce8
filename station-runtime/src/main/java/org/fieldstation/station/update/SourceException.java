package org.fieldstation.station.update;

/** An address from which nothing can be brought. */
public final class SourceException extends RuntimeException {

  /** What is wrong with it; stable. */
  public enum Code {
    INVALID_ADDRESS,
    UNSUPPORTED_PROTOCOL
  }

  private final Code code;

  public SourceException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
