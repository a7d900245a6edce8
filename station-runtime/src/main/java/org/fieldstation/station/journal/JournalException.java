package org.fieldstation.station.journal;

import org.jspecify.annotations.Nullable;

/** A journal that cannot be read or written. The code is stable. */
public final class JournalException extends RuntimeException {

  /** What is wrong. */
  public enum Code {
    /** The file is not a journal, or a damaged one. */
    DAMAGED,
    /** The file was written by a newer release. */
    NEWER,
    /** It may be read and not written. */
    READ_ONLY,
    /** Another process holds it. */
    HELD,
    /** The disk is full. */
    FULL,
    /** The disk or the database failed in another way. */
    FAILED
  }

  private final Code code;

  public JournalException(Code code, String message) {
    this(code, message, null);
  }

  public JournalException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
