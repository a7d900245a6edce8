package org.fieldstation.station.scan;

import java.util.List;
import java.util.Set;

/**
 * Which chips may be at which I2C address, by their datasheets. Those with a proof come first, so
 * that one without is only believed when nobody else fits.
 */
final class Candidates {

  private record Candidate(String chip, Set<Integer> addresses, boolean proves) {}

  private static final List<Candidate> ALL =
      List.of(
          new Candidate("bme280", Set.of(0x76, 0x77), true),
          new Candidate("bmp280", Set.of(0x76, 0x77), true),
          new Candidate("bmp390", Set.of(0x76, 0x77), true),
          new Candidate("sht4x", Set.of(0x44, 0x45, 0x46), true),
          new Candidate("sht3x", Set.of(0x44, 0x45), true),
          new Candidate("scd41", Set.of(0x62), true),
          new Candidate("tsl2591", Set.of(0x29), true),
          new Candidate("veml7700", Set.of(0x10), true),
          new Candidate("ina226", Set.of(0x40, 0x41, 0x44, 0x45), true),
          new Candidate("ina219", Set.of(0x40, 0x41, 0x44, 0x45), true),
          new Candidate("max17048", Set.of(0x36), true),
          new Candidate("ads1115", Set.of(0x48, 0x49, 0x4A, 0x4B), true),
          // These answer, and have no way to say who they are.
          new Candidate("aht20", Set.of(0x38), false),
          new Candidate("ds3231", Set.of(0x68), false),
          new Candidate("bh1750", Set.of(0x23, 0x5C), false));

  private Candidates() {}

  /** Every address that a known chip may have, lowest first. */
  static List<Integer> addresses() {
    return ALL.stream().flatMap(it -> it.addresses().stream()).distinct().sorted().toList();
  }

  /** The chips that may be there, those with a proof first. */
  static List<String> at(int address) {
    return ALL.stream()
        .filter(it -> it.addresses().contains(address))
        .map(Candidate::chip)
        .toList();
  }

  /** Whether that chip can show what it is. */
  static boolean prove(String chip) {
    return ALL.stream().anyMatch(it -> it.chip().equals(chip) && it.proves());
  }
}
