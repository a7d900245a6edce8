package org.fieldstation.station.bring;

import org.jspecify.annotations.Nullable;

/** Something that could not be brought. The message is for a person. */
public final class BringException extends RuntimeException {

  /** Why not. */
  public enum Code {
    /** There is no network, or nobody answers at the other end. */
    UNREACHABLE,
    /** The other end has it not, or does not give it. */
    REFUSED,
    /** What came is not what was asked for. */
    WRONG_HASH,
    /** It cannot be written here. */
    UNWRITABLE
  }

  private final Code code;

  public BringException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public BringException(Code code, String message) {
    this(code, message, null);
  }

  public Code code() {
    return code;
  }
}
