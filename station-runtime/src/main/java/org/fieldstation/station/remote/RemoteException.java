package org.fieldstation.station.remote;

import org.jspecify.annotations.Nullable;

/** What a server or the station itself wanted done and could not be. The code is stable. */
public final class RemoteException extends RuntimeException {

  /** Why. */
  public enum Code {
    /** This process may not, or there is no such thing here. */
    NOT_ALLOWED,
    /** It was tried, and did not work. */
    FAILED
  }

  private final Code code;

  public RemoteException(Code code, String message) {
    this(code, message, null);
  }

  public RemoteException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
