package org.fieldstation.drivers.time;

/**
 * A clock and the waiting that goes with it; they are always of one kind, both real or both
 * virtual.
 */
public interface TimeKeeper extends StationClock, Scheduler {

  /**
   * Tells the clock what time somebody else makes it. It believes whoever is less far off, and its
   * next {@link #now} says whom it believes.
   */
  void told(ToldTime time);
}
