package org.fieldstation.station.collect;

import java.util.Locale;

/** Something about a carried folder that cannot be. The message is for the person who carries. */
public final class CollectException extends RuntimeException {

  /** What is wrong; stable words. */
  public enum Code {
    /** The stick cannot be read or written. */
    STICK,
    /** A file was altered, cut off, or sealed with another key. */
    NOT_OURS,
    /** A file that the folder's list names is not there. */
    MISSING
  }

  private final Code code;

  public CollectException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public CollectException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  /** The code as records and scripts see it, for instance {@code collect-not-ours}. */
  public String word() {
    return "collect-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
