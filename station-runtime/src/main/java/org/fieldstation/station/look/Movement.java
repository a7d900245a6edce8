package org.fieldstation.station.look;

import java.util.Optional;
import org.fieldstation.models.image.Region;

/**
 * How much of a picture is not as it usually is.
 *
 * @param part of the picture, 0 to 1
 * @param where it is; empty when nothing is
 */
public record Movement(double part, Optional<Region> where) {
  public static final Movement NONE = new Movement(0, Optional.empty());
}
