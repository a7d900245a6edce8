package org.fieldstation.station.update;

/**
 * How this process came to run: from a slot, by the launcher, which starts the current slot again
 * when it has ended.
 *
 * @param slot the slot it runs from
 * @param again ends this process so that the launcher does so; must not wait
 */
public record Launched(String slot, Runnable again) {

  /** What a process ends with so that it is started again; systemd and the launcher know it. */
  public static final int EXIT_AGAIN = 100;
}
