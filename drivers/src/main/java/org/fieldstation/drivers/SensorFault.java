package org.fieldstation.drivers;

/**
 * A value that is missing, and why. The code is stable, so that a fleet can count its faults.
 *
 * @param quantity what is missing
 * @param detail one line for a technician
 */
public record SensorFault(Quantity quantity, Code code, String detail) {

  /** Why there is no value, in the words records and servers use. Never renamed, only added to. */
  public enum Code {
    /** The device does not answer. */
    LOST,
    /** The checksum does not fit: a bit was changed on the way. */
    BAD_CHECKSUM,
    /** Fewer bytes came than were asked for. */
    SHORT_READ,
    /** What came has not the form the datasheet promises. */
    BAD_FRAME,
    /** The chip had not finished in the longest time its datasheet allows. */
    NOT_READY,
    /** The chip says that it skipped this channel. */
    NOT_MEASURED,
    /** What the chip holds after a reset and before a measurement. */
    POWER_ON_VALUE,
    /** The input is beyond what the chip can tell. */
    OVERFLOW,
    /** Outside of what the chip can measure or nature can do. */
    OUT_OF_RANGE,
    /** The same digits for longer than nature keeps still. */
    STUCK,
    /** A jump faster than the quantity can change. */
    IMPOSSIBLE_RATE,
    /** A count that must survive a power cut could not be put where it does. */
    NOT_KEPT
  }
}
