package org.fieldstation.drivers.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that a chip may be told.
 *
 * @param name as a configuration writes it, unit and all, for instance {@code shunt-ohm}
 * @param usual what is taken when it is not told; null when it must be told
 * @param least smallest number allowed
 * @param most largest number allowed
 */
public record Option(String name, @Nullable Double usual, double least, double most) {

  static Option usually(String name, double usual, double least, double most) {
    return new Option(name, usual, least, most);
  }

  static Option required(String name, double least, double most) {
    return new Option(name, null, least, most);
  }

  /** What is wrong with telling it this, or with telling it nothing; empty when nothing is. */
  public Optional<String> wrong(@Nullable Double told) {
    var value = told == null ? usual : told;
    if (value == null) {
      return Optional.of("must be told its \"%s\"".formatted(name));
    }
    return value >= least && value <= most
        ? Optional.empty()
        : Optional.of("%s = %s; it must be from %s to %s".formatted(name, value, least, most));
  }
}
