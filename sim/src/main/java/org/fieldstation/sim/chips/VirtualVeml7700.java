package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/**
 * A VEML7700 as the bus sees it (Vishay 84286). At gain 1/8 it is bent as the application note
 * says, so its counts come from turning that polynomial round.
 */
public final class VirtualVeml7700 extends Words {
  private static final int SHUT_DOWN = 1;
  private static final int ID = 0xC481;
  private static final double FINEST = 0.0036; // lx a count at gain 2 and 800 ms
  private static final double[] GAINS = {1, 2, 0.125, 0.25};

  private final Surroundings around;
  private final StationClock clock;
  private int configuration;
  private int counts;
  private long doneNanos;

  public VirtualVeml7700(Surroundings around, StationClock clock) {
    super(true);
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  @Override
  public void powerUp() {
    configuration = SHUT_DOWN;
    counts = 0;
    doneNanos = Long.MAX_VALUE;
  }

  @Override
  void written(int register, int word) {
    if (register == 0) {
      configuration = word;
      boolean measures = (word & SHUT_DOWN) == 0;
      doneNanos = measures ? clock.nanos() + (long) ((milliseconds() + 2.5) * 1e6) : Long.MAX_VALUE;
    }
  }

  @Override
  int value(int register) {
    return switch (register) {
      case 0 -> configuration;
      case 4 -> measured();
      case 7 -> ID;
      default -> 0;
    };
  }

  private int measured() {
    if (clock.nanos() >= doneNanos) {
      double gain = GAINS[configuration >> 11 & 0b11];
      double resolution = FINEST * (2 / gain) * (800.0 / milliseconds());
      double lux = around.illuminance();
      counts =
          Inverse.counts(
              0x10000, it -> gain < 1 ? straightened(it * resolution) : it * resolution, lux, true);
    }
    return counts;
  }

  private static double straightened(double x) {
    return 6.0135e-13 * Math.pow(x, 4)
        - 9.3924e-9 * Math.pow(x, 3)
        + 8.1488e-5 * x * x
        + 1.0023 * x;
  }

  private int milliseconds() {
    return switch (configuration >> 6 & 0b1111) {
      case 0b1100 -> 25;
      case 0b1000 -> 50;
      case 0b0001 -> 200;
      case 0b0010 -> 400;
      case 0b0011 -> 800;
      default -> 100;
    };
  }
}
