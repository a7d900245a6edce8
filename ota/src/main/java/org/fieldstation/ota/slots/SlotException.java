package org.fieldstation.ota.slots;

/** A release whose bytes are not those its manifest names. */
public final class SlotException extends RuntimeException {

  /** What was wrong; the names go to servers and must not change. */
  public enum Code {
    /** A file of another length or hash than was signed. */
    WRONG_CONTENT,
    /** A packing that unpacks to more than was signed: a bomb, perhaps. */
    TOO_LONG,
    /** A packing that is none. */
    CANNOT_UNPACK,
    /** The release that runs is damaged, so it cannot be made again in its place. */
    DAMAGED_SLOT
  }

  private final Code code;

  public SlotException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
