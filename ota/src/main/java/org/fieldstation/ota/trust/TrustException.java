package org.fieldstation.ota.trust;

/** Metadata or a file that must not be believed. One code per way of being attacked. */
public final class TrustException extends RuntimeException {

  /** What was refused; the names go to servers and must not change. */
  public enum Code {
    /** Not metadata at all: broken, unknown format, impossible values. */
    MALFORMED,
    /** Metadata of one role handed over as another's. */
    WRONG_ROLE,
    /** Fewer good signatures by different keys than the role needs (arbitrary software, §1.5.2). */
    THRESHOLD,
    /** Older than what was seen before. */
    ROLLBACK,
    /** Past its expiry: someone may be holding newer metadata back (freeze). */
    EXPIRED,
    /** Parts of different generations put together. */
    MIX_AND_MATCH,
    /** The bytes are not those that were signed. */
    WRONG_HASH,
    /** More bytes than were announced, or than any such file may have. */
    ENDLESS,
    /** A role that is not defined. */
    UNKNOWN_ROLE,
    /** No such target is signed. */
    UNKNOWN_TARGET,
    /** Signed once, but from before a security fix that this station already has. */
    OLD_EPOCH,
    /** The repository lacks a file that must be there. */
    MISSING,
    /** The station has no root of trust. */
    NO_ROOT
  }

  private final Code code;

  public TrustException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
