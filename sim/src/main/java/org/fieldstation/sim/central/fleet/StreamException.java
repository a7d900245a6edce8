package org.fieldstation.sim.central.fleet;

/** The stream between the machines of a central server cannot be used. */
public final class StreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StreamException(String what, Throwable cause) {
    super(what, cause);
  }
}
