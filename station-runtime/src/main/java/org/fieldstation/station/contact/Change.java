package org.fieldstation.station.contact;

/**
 * A contact closed or opened.
 *
 * @param active whether it is closed, pressed or moved now
 * @param nanos when, on the clock that never steps
 */
public record Change(boolean active, long nanos) {}
