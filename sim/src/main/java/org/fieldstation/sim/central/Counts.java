package org.fieldstation.sim.central;

/**
 * What the server has of one station.
 *
 * @param records stored, each once
 * @param duplicates items that came again
 * @param conflicts records that came again with other content; the first is kept
 */
public record Counts(long records, long duplicates, long conflicts) {}
