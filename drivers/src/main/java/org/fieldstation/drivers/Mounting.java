package org.fieldstation.drivers;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which chip is where on a board, and what it must be told.
 *
 * @param chip what it is, for instance {@code bme280}
 * @param at where it is attached, in the hardware's words, for instance {@code i2c-1/0x76}
 * @param options what this chip must be told, for instance {@code shunt-ohm}; one that the chip
 *     does not know is an error
 * @param keep a folder for counts that must survive a restart; null where there is none
 */
public record Mounting(String chip, String at, Map<String, Double> options, @Nullable Path keep) {
  public Mounting {
    options = Map.copyOf(options);
  }

  /** A chip that need not be told anything. */
  public Mounting(String chip, String at) {
    this(chip, at, Map.of(), null);
  }
}
