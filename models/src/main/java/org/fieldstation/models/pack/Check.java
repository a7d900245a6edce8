package org.fieldstation.models.pack;

/**
 * One thing that was tried with a pack.
 *
 * @param what that was tried, for instance {@code model hash}
 * @param detail what came of it, in one line
 */
public record Check(String what, Result result, String detail) {

  /** How it went. */
  public enum Result {
    PASSED,
    FAILED,
    /** The pack brings nothing to try it with. */
    NOT_TRIED
  }

  static Check passed(String what, String detail) {
    return new Check(what, Result.PASSED, detail);
  }

  static Check failed(String what, String detail) {
    return new Check(what, Result.FAILED, detail);
  }

  public boolean failed() {
    return result == Result.FAILED;
  }
}
