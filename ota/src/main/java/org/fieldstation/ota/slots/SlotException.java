package org.fieldstation.ota.slots;

/** A release whose bytes are not those its manifest names. */
public final class SlotException extends RuntimeException {
  public SlotException(String message) {
    super(message);
  }
}
