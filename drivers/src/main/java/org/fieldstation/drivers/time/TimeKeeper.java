package org.fieldstation.drivers.time;

/**
 * A clock and the waiting that goes with it; they are always of one kind, both real or both
 * virtual.
 */
public interface TimeKeeper extends StationClock, Scheduler {}
