package org.fieldstation.station.deliver;

import org.jspecify.annotations.Nullable;

/** A central server that did not take what it was offered. The code is stable. */
public final class CentralException extends RuntimeException {

  /** Why. */
  public enum Code {
    /** Nothing answers, or no name resolves. */
    UNREACHABLE,
    /** The server does not believe who we are, or we do not believe it. */
    UNTRUSTED,
    /** The server answers, and says no. */
    REFUSED,
    /** The server took the parcel and never said that it stored it. */
    NO_RECEIPT,
    /** The parcel is larger than the server accepts. */
    TOO_LARGE,
    /** What is to be sent belongs to an object that the server has not been shown yet. */
    NOT_SHOWN,
    /** We stopped it from our side. */
    STOPPED
  }

  private final Code code;

  public CentralException(Code code, String message) {
    this(code, message, null);
  }

  public CentralException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
