package org.fieldstation.sim.central;

/** The server's store did not do what it was asked. */
public final class CentralStoreException extends RuntimeException {

  public CentralStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
