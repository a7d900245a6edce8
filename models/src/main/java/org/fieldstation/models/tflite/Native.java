package org.fieldstation.models.tflite;

/** What method handles make of exceptions. */
final class Native {
  private Native() {}

  /**
   * Gives back what a call threw, unchecked. C functions throw nothing: anything else than our own
   * exceptions is a mistake in a signature.
   */
  static RuntimeException broken(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }
}
