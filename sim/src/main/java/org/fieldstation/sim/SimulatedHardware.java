package org.fieldstation.sim;

import java.time.Duration;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.chip.bh1750.Bh1750;
import org.fieldstation.drivers.chip.bme280.Bme280;
import org.fieldstation.drivers.chip.sht4x.Sht4x;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.chips.Air;
import org.fieldstation.sim.chips.VirtualBh1750;
import org.fieldstation.sim.chips.VirtualBme280;
import org.fieldstation.sim.chips.VirtualSht4x;
import org.fieldstation.sim.world.Clearing;
import org.fieldstation.sim.world.Weather;
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

  /** Opens a camera before a clearing: {@code world}, or {@code world:SEED} for another one. */
  @Override
  public Camera openCamera(CameraView view, TimeKeeper time) {
    return new SimulatedCamera(new Clearing(seed(view.device())), view, time);
  }

  /** Opens a real driver on a chip made of registers, in the weather of the made-up world. */
  @Override
  public Sensor openSensor(Mounting mounting, TimeKeeper time) throws InterruptedException {
    var air = new OutdoorAir(new Weather(1), time);
    return switch (mounting.chip()) {
      case "bme280" -> Bme280.open(new VirtualBme280(mounting.at(), air), time);
      case "sht4x" -> Sht4x.open(new VirtualSht4x(mounting.at(), air), time);
      case "bh1750" -> Bh1750.open(new VirtualBh1750(mounting.at(), air), time);
      default ->
          throw new DeviceException(
              DeviceException.Code.ABSENT,
              "no virtual " + mounting.chip() + "; there are bme280, sht4x and bh1750");
    };
  }

  private record OutdoorAir(Weather weather, TimeKeeper time) implements Air {
    @Override
    public double temperature() {
      return weather.airTemperature(t());
    }

    @Override
    public double humidity() {
      return weather.relativeHumidity(t());
    }

    @Override
    public double pressure() {
      return weather.airPressure(t());
    }

    @Override
    public double illuminance() {
      return weather.illuminance(t());
    }

    private double t() {
      return time.now().utc().toEpochMilli() / 1e3;
    }
  }

  private static long seed(String device) {
    try {
      return device.equals("world") ? 1 : Long.parseLong(device.replaceFirst("^world:", ""));
    } catch (NumberFormatException e) {
      throw new DeviceException(
          DeviceException.Code.ABSENT,
          "no simulated microphone or camera \"" + device + "\"; say world or world:SEED",
          e);
    }
  }
}
