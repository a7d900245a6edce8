package org.fieldstation.drivers.wires;

import java.time.Duration;

/**
 * How a switch is wired to an input.
 *
 * @param active the level that means closed, pressed, moving
 * @param pull what holds the input at its other level
 * @param settling how long a level must last to count: the kernel drops what is shorter; zero for
 *     every edge. A counter leaves this at zero and judges bounces itself
 * @param released whether the end of an active level is reported too
 */
public record Contact(Level active, Pull pull, Duration settling, boolean released) {

  /** Four seconds is beyond what the kernel's 32 bits of microseconds are for. */
  private static final Duration LONGEST = Duration.ofSeconds(4);

  public Contact {
    if (settling.isNegative() || settling.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(settling + " to settle; 0 to 4 s are possible");
    }
  }

  /** A contact to ground that is counted: a reed switch of a bucket or an anemometer. */
  public static final Contact COUNTED = new Contact(Level.LOW, Pull.UP, Duration.ZERO, false);

  /** A button or a lid's switch to ground, both ways, with 20 ms to settle. */
  public static final Contact PRESSED =
      new Contact(Level.LOW, Pull.UP, Duration.ofMillis(20), true);

  /** A detector that drives its line high while it sees something. */
  public static final Contact DETECTOR =
      new Contact(Level.HIGH, Pull.DOWN, Duration.ofMillis(20), true);
}
