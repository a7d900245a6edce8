package org.fieldstation.station.remote;

/** One thing a command can do. */
@FunctionalInterface
public interface Verb {
  /**
   * Does it.
   *
   * @param by the server that asked
   * @param argument what followed {@code with=}
   * @return one line for the receipt
   * @throws RuntimeException when it did not work; it may be tried again
   */
  String run(String by, String argument);
}
