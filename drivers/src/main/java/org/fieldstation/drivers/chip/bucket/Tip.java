package org.fieldstation.drivers.chip.bucket;

/**
 * One tip of the bucket.
 *
 * @param number counts from 1 since the gauge was installed, over all restarts
 * @param nanos when it tipped, on the station's clock that never steps
 */
public record Tip(long number, long nanos) {}
