package org.fieldstation.station.provision;

import java.util.Locale;

/** A label that cannot be followed. The message is for the technician who holds it. */
public final class ProvisionException extends RuntimeException {

  /** What is wrong; stable words. */
  public enum Code {
    /** The text is no label, or not all of it, or was mistyped. */
    NOT_A_LABEL,
    /** It was made out for another station. */
    ANOTHER_STATION,
    /** The configuration has another account under that name. */
    TAKEN
  }

  private final Code code;

  public ProvisionException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  /** The code as records and scripts see it, for instance {@code provision-not-a-label}. */
  public String word() {
    return "provision-" + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
