package org.fieldstation.sim;

import java.time.Duration;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.world.World;

/** A board without a board: found by {@link java.util.ServiceLoader} when this jar is present. */
public final class SimulatedHardware implements Hardware {
  private static final int RATE = 48_000;
  private static final Duration BLOCK = Duration.ofMillis(250);

  @Override
  public String name() {
    return "sim";
  }

  /** Opens a microphone in the world: {@code world}, or {@code world:SEED} for another one. */
  @Override
  public Microphone openMicrophone(String device, int rate, TimeKeeper time) {
    return new SimulatedMicrophone(new World(seed(device)), rate == 0 ? RATE : rate, BLOCK, time);
  }

  private static long seed(String device) {
    try {
      return device.equals("world") ? 1 : Long.parseLong(device.replaceFirst("^world:", ""));
    } catch (NumberFormatException e) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "no simulated microphone \"" + device + "\"; say world or world:SEED",
          e);
    }
  }
}
