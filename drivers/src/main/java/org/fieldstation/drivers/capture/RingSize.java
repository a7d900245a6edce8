package org.fieldstation.drivers.capture;

import java.time.Duration;

/**
 * How much sound may wait for a reader that is late.
 *
 * @param length as long as this, if the memory allows
 * @param mostBytes never more memory than this
 * @param block length of what is read from the device at once
 */
public record RingSize(Duration length, long mostBytes, Duration block) {

  /** A minute, or 43 s at 384 kHz: longer than a full collection or a model that is loaded. */
  public static final RingSize USUAL =
      new RingSize(Duration.ofMinutes(1), 32L << 20, Duration.ofMillis(100));

  /** A ring of fewer slots could not be written and read at once. */
  private static final int FEWEST_SLOTS = 4;

  public RingSize {
    if (block.toMillis() < 1 || block.toMillis() > 10_000 || length.compareTo(block) < 0) {
      throw new IllegalArgumentException("a block of " + block + " in a ring of " + length);
    }
  }

  /** Frames in a slot at that rate. */
  int frames(int rate) {
    return Math.toIntExact(Math.max(1, rate * block.toMillis() / 1000));
  }

  /** Number of slots for frames of that size. */
  int slots(int rate, int frameBytes) {
    long wanted = length.toMillis() / block.toMillis();
    long allowed = mostBytes / ((long) frames(rate) * frameBytes);
    return Math.toIntExact(Math.max(FEWEST_SLOTS, Math.min(wanted, allowed)));
  }
}
