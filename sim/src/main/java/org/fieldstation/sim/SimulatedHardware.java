package org.fieldstation.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.fieldstation.drivers.BoardState;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraView;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.sim.board.Fitting;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.VirtualPir;
import org.fieldstation.sim.board.Weathering;
import org.fieldstation.sim.pi.SimBoard;
import org.fieldstation.sim.world.Clearing;
import org.fieldstation.sim.world.Weather;
import org.fieldstation.sim.world.World;
import org.jspecify.annotations.Nullable;

/** A board without a board: found by {@link java.util.ServiceLoader} when this jar is present. */
public final class SimulatedHardware implements Hardware {
  private static final String NIGHT = ";night";
  private static final int RATE = 48_000;
  private static final Duration BLOCK = Duration.ofMillis(250);

  /** Pin 15 of the header. */
  private static final int PIR = 22;

  private static final Place GNSS = Place.parse("/dev/ttyGNSS");

  private @Nullable Bench bench;
  private volatile BoardState state = BoardState.UNKNOWN;

  @Override
  public String name() {
    return "sim";
  }

  /** Opens a microphone in the world: {@code world}, or {@code world:SEED} for another one. */
  @Override
  public Microphone openMicrophone(String device, int rate, TimeKeeper time) {
    return new SimulatedMicrophone(new World(seed(device)), rate == 0 ? RATE : rate, BLOCK, time);
  }

  /**
   * Opens a camera before a clearing: {@code world}, or {@code world:SEED} for another one. With
   * {@code ;night} behind it, it is night there, and only the lamp at PWM output 0 gives light.
   */
  @Override
  public Camera openCamera(CameraView view, TimeKeeper time) {
    boolean night = view.device().endsWith(NIGHT);
    var lamp =
        night
            ? Optional.<DoubleSupplier>of(() -> board(time).pwm(0).duty())
            : Optional.<DoubleSupplier>empty();
    var clearing = new Clearing(seed(view.device().replace(NIGHT, "")));
    return new SimulatedCamera(clearing, lamp, view, time);
  }

  @Override
  public Wiring wiring(TimeKeeper time) {
    return bench(time).wiring();
  }

  @Override
  public BoardState state() {
    return state;
  }

  /** Lets the board feel so, from now on. */
  public void feels(BoardState now) {
    state = now;
  }

  /** The virtual board itself, to pull cables and press buttons. */
  public VirtualBoard board(TimeKeeper time) {
    return bench(time).fitting().board();
  }

  /**
   * Opens the real driver of any chip there is one for, through Pi4J, on a chip made of registers
   * in the weather of the made-up world. What a configuration names is there.
   */
  @Override
  public Sensor openSensor(Mounting mounting, TimeKeeper time) throws InterruptedException {
    var kind = Chips.kind(mounting.chip());
    var at = Place.parse(mounting.at());
    var bench = bench(time);
    if (!kind.name().equals(bench.plugged().get(at))) {
      bench.fitting().plug(kind.name(), at);
      bench.plugged().put(at, kind.name());
    }
    return Chips.open(mounting, bench.wiring(), time);
  }

  private synchronized Bench bench(TimeKeeper time) {
    var there = bench;
    if (there == null) {
      there = Bench.furnished(time);
      bench = there;
    }
    return there;
  }

  private record Bench(Fitting fitting, Wiring wiring, Map<Place, String> plugged) {

    /**
     * A board as many are: an air sensor, a light sensor, a clock, a supply's meter, a satellite
     * receiver, a detector that feels whoever crosses the clearing of seed 1.
     */
    static Bench furnished(TimeKeeper time) {
      var weather = new Weather(1);
      var board = new VirtualBoard(time);
      var fitting = new Fitting(board, new Weathering(weather, time), weather);
      var plugged = new ConcurrentHashMap<Place, String>();
      for (var name : List.of("bme280", "bh1750", "ds3231", "ina219")) {
        var at = Place.parse(Chips.kind(name).usualPlace());
        fitting.plug(name, at);
        plugged.put(at, name);
      }
      fitting.plug("gnss", GNSS);
      var pir = board.pin(PIR);
      pir.whenHeeded(() -> VirtualPir.watch(new Clearing(1), pir, time));
      return new Bench(fitting, new PiWiring(new SimBoard(board)), plugged);
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
