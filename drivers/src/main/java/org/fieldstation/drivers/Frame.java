package org.fieldstation.drivers;

import org.fieldstation.drivers.time.Moment;

/**
 * One picture as a camera gave it.
 *
 * @param number of the frame since the camera was opened, from 0; frames that were lost are counted
 *     in it, so a jump is exactly what was not seen
 * @param taken when it arrived
 * @param mediaType of the bytes, for instance {@code image/jpeg}
 * @param bytes the whole file; its end was seen, so it is not cut off
 */
@SuppressWarnings("ArrayRecordComponent") // frames are never compared
public record Frame(long number, Moment taken, String mediaType, byte[] bytes) {}
