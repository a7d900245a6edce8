package org.fieldstation.station.board;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The boards that are known by name. */
public final class Boards {

  /** BCM lines behind the 40 pins of the header, from pin 1; -1 is power or ground. */
  private static final int[] HEADER = {
    -1, -1, 2, -1, 3, -1, 4, 14, -1, 15, 17, 18, 27, -1, 22, 23, -1, 24, 10, -1, 9, 25, 11, 8, -1,
    7, 0, 1, 5, -1, 6, 12, 13, -1, 19, 16, 26, 20, -1, 21
  };

  private static final Map<String, Set<Integer>> BUSES =
      Map.of(
          "i2c-1", Set.of(2, 3),
          "/dev/serial0", Set.of(14, 15),
          "spi0", Set.of(7, 8, 9, 10, 11),
          "w1", Set.of(4));

  /** All of them. */
  public static final List<Board> ALL =
      List.of(
          pi("raspberry-pi-5", "Raspberry Pi 5", 2, 3),
          pi("raspberry-pi-4", "Raspberry Pi 4", 0, 1),
          pi("raspberry-pi-zero-2", "Raspberry Pi Zero 2", 0, 1),
          // A virtual board has the header of a real one, so that one configuration fits both.
          new Board("sim", "sim", "", header(0, 1), taken(0, 1)),
          new Board("generic-linux", "linux", "", Map.of(), Map.of()));

  private Boards() {}

  /** The board of that name. */
  public static Optional<Board> named(String profile) {
    return ALL.stream().filter(it -> it.profile().equals(profile)).findFirst();
  }

  /** The board that the kernel calls so. */
  public static Optional<Board> ofModel(String model) {
    return ALL.stream()
        .filter(it -> !it.model().isEmpty() && model.startsWith(it.model()))
        .findFirst();
  }

  /**
   * A Raspberry Pi.
   *
   * @param pwm18 PWM channel behind line 18 (pin 12) with the overlay pwm-2chan
   * @param pwm19 and behind line 19 (pin 35)
   */
  private static Board pi(String profile, String model, int pwm18, int pwm19) {
    return new Board(profile, "linux", model, header(pwm18, pwm19), taken(pwm18, pwm19));
  }

  private static Map<String, String> header(int pwm18, int pwm19) {
    var names = new HashMap<String, String>();
    for (int i = 0; i < HEADER.length; i++) {
      if (HEADER[i] >= 0) {
        names.put("pin" + (i + 1), "gpio" + HEADER[i]);
      }
    }
    names.put("i2c", "i2c-1");
    names.put("uart", "/dev/serial0");
    names.put("pwm-pin12", "pwm" + pwm18);
    names.put("pwm-pin35", "pwm" + pwm19);
    return names;
  }

  private static Map<String, Set<Integer>> taken(int pwm18, int pwm19) {
    var taken = new HashMap<String, Set<Integer>>(BUSES);
    taken.put("pwm" + pwm18, Set.of(18));
    taken.put("pwm" + pwm19, Set.of(19));
    return taken;
  }
}
