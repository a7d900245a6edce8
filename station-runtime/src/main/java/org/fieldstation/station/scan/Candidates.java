package org.fieldstation.station.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which chips may be at which I2C address, by their datasheets. Those with a proof come first, so
 * that one without is only believed when nobody else fits.
 */
final class Candidates {
  private static final Map<String, int[]> ADDRESSES = new LinkedHashMap<>();

  static {
    ADDRESSES.put("bme280", new int[] {0x76, 0x77});
    ADDRESSES.put("bmp280", new int[] {0x76, 0x77});
    ADDRESSES.put("bmp390", new int[] {0x76, 0x77});
    ADDRESSES.put("sht4x", new int[] {0x44, 0x45, 0x46});
    ADDRESSES.put("sht3x", new int[] {0x44, 0x45});
    ADDRESSES.put("scd41", new int[] {0x62});
    ADDRESSES.put("tsl2591", new int[] {0x29});
    ADDRESSES.put("veml7700", new int[] {0x10});
    ADDRESSES.put("ina226", new int[] {0x40, 0x41, 0x44, 0x45});
    ADDRESSES.put("ina219", new int[] {0x40, 0x41, 0x44, 0x45});
    ADDRESSES.put("max17048", new int[] {0x36});
    ADDRESSES.put("ads1115", new int[] {0x48, 0x49, 0x4A, 0x4B});
    ADDRESSES.put("aht20", new int[] {0x38});
    ADDRESSES.put("ds3231", new int[] {0x68});
    ADDRESSES.put("bh1750", new int[] {0x23, 0x5C});
  }

  /** These answer, and have no way to say who they are. */
  private static final Set<String> WITHOUT_PROOF = Set.of("bh1750", "ds3231", "aht20");

  private Candidates() {}

  /** Every address that a known chip may have, lowest first. */
  static List<Integer> addresses() {
    return ADDRESSES.values().stream()
        .flatMap(it -> java.util.Arrays.stream(it).boxed())
        .distinct()
        .sorted()
        .toList();
  }

  /** The chips that may be there, those with a proof first. */
  static List<String> at(int address) {
    return ADDRESSES.entrySet().stream()
        .filter(it -> java.util.Arrays.stream(it.getValue()).anyMatch(a -> a == address))
        .map(Map.Entry::getKey)
        .toList();
  }

  static boolean prove(String chip) {
    return !WITHOUT_PROOF.contains(chip);
  }
}
