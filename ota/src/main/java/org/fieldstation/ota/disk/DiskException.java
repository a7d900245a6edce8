package org.fieldstation.ota.disk;

/** The disk did not do it: full, or broken. After a failed sync nothing about a file is known. */
public final class DiskException extends RuntimeException {
  private final boolean full;

  public DiskException(String message, Throwable cause) {
    super(message, cause);
    this.full = String.valueOf(cause.getMessage()).contains("No space left");
  }

  public boolean isFull() {
    return full;
  }
}
