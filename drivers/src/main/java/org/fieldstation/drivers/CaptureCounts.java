package org.fieldstation.drivers;

/**
 * What a microphone has taken in and what it could not keep, in sample frames since it was opened.
 *
 * @param captured frames handed on or waiting in the ring
 * @param lostInRing frames thrown away because the ring was full
 * @param lostInDevice frames the device lost before they could be read, estimated from time
 * @param overruns number of times either loss began
 */
public record CaptureCounts(long captured, long lostInRing, long lostInDevice, long overruns) {
  public static final CaptureCounts NONE = new CaptureCounts(0, 0, 0, 0);
}
