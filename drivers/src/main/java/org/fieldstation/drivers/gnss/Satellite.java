package org.fieldstation.drivers.gnss;

import java.util.OptionalInt;

/**
 * A satellite in view.
 *
 * @param talker the system it belongs to, as the receiver names it
 * @param number the receiver's number for it
 * @param signal carrier to noise in dB-Hz; absent when it is not tracked
 */
public record Satellite(
    String talker,
    int number,
    OptionalInt elevationDegrees,
    OptionalInt azimuthDegrees,
    OptionalInt signal) {}
