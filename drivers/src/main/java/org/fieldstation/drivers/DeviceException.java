package org.fieldstation.drivers;

import org.jspecify.annotations.Nullable;

/**
 * A device that cannot do what was asked of it. The code is stable, so that a fleet can count its
 * faults.
 */
public final class DeviceException extends RuntimeException {

  /** What went wrong, in the words records and servers use. */
  public enum Code {
    /** There is no such device. */
    ABSENT,
    /** The device was there and is gone. */
    LOST,
    /** The device is there and refuses, for instance because another program holds it. */
    REFUSED,
    /** The device cannot do what the configuration asks, for instance that sample rate. */
    UNSUPPORTED,
    /** What came from it is damaged. */
    DAMAGED,
    /** It was closed or stopped from our side. */
    CLOSED
  }

  private final Code code;

  public DeviceException(Code code, String message) {
    this(code, message, null);
  }

  public DeviceException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
