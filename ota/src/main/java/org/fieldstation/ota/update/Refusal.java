package org.fieldstation.ota.update;

/** A release this station will not have, before anything of it was installed. */
final class Refusal extends RuntimeException {
  private final Verdict.Result result;
  private final String code;

  Refusal(Verdict.Result result, String code) {
    super(code);
    this.result = result;
    this.code = code;
  }

  Verdict.Result result() {
    return result;
  }

  String code() {
    return code;
  }
}
