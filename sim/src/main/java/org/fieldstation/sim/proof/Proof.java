package org.fieldstation.sim.proof;

/**
 * Something that must hold on a device.
 *
 * @param device which one, for instance {@code gpio-sim}
 * @param what what must hold
 */
record Proof(String device, String what, Trial trial) {

  /** Tries it, and says in a few words what came out. Throws when it does not hold. */
  @FunctionalInterface
  interface Trial {
    String run() throws Exception;
  }

  /** Tries it and prints one line; whether it held. */
  boolean tell() {
    try {
      System.out.printf("ok   %s – %s: %s%n", device, what, trial.run());
      return true;
    } catch (Exception | AssertionError | LinkageError e) {
      System.out.printf("FAIL %s – %s: %s%n", device, what, e);
      return false;
    }
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
