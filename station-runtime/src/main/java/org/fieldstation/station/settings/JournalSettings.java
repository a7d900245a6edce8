package org.fieldstation.station.settings;

import java.util.Optional;

/**
 * What is kept of what was written down.
 *
 * @param keepDays how long a record stays here after every server has it
 * @param mostRecords records a lane may hold before the oldest are given up for a tombstone
 */
public record JournalSettings(Optional<Integer> keepDays, Optional<Long> mostRecords) {
  static final JournalSettings DEFAULT = new JournalSettings(Optional.empty(), Optional.empty());

  public JournalSettings {
    if (keepDays.isPresent() && keepDays.get() < 0) {
      throw new IllegalArgumentException("keep-days must not be negative");
    }
    if (mostRecords.isPresent() && mostRecords.get() < 1_000) {
      throw new IllegalArgumentException("most-records must be at least 1000");
    }
  }
}
