package org.fieldstation.station.media;

import org.fieldstation.drivers.time.Moment;

/**
 * A file that is on the disk.
 *
 * @param sha256 of its bytes, lower-case hex; what records call it
 * @param restricted whether it must not leave the station as it is
 * @param of the hash of the original that it is a blurred copy of; empty for an original
 */
public record Medium(
    String sha256, String mediaType, long size, boolean restricted, Moment taken, String of) {}
