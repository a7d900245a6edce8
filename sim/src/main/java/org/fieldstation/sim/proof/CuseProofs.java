package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.catalogue.Kind;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.sim.board.Fitting;
import org.fieldstation.sim.board.VirtualBoard;
import org.fieldstation.sim.board.Weathering;
import org.fieldstation.sim.cuse.CuseI2cBus;
import org.fieldstation.sim.world.Weather;

/** Every chip on I2C, on a bus that is a device node: the kernel is between driver and chip. */
record CuseProofs(Wiring wiring, TimeKeeper time) {
  private static final int BUS = 7;
  private static final Duration A_LITTLE = Duration.ofMillis(100);

  List<Proof> all() {
    return Chips.ALL.stream()
        .filter(it -> address(it) != null)
        .map(it -> new Proof("cuse", it.name() + " is read", () -> read(it)))
        .toList();
  }

  private static Place.@org.jspecify.annotations.Nullable I2c address(Kind kind) {
    return switch (Place.parse(kind.usualPlace())) {
      case Place.I2c at -> at;
      case Place.Input at -> at.chip();
      default -> null;
    };
  }

  private String read(Kind kind) throws IOException, InterruptedException {
    var at = address(kind);
    var weather = new Weather(1);
    var board = new VirtualBoard(time);
    var fitting = new Fitting(board, new Weathering(weather, time), weather);
    if (at == null) {
      throw new IllegalArgumentException(kind.name());
    }
    board.i2c(BUS).plug(at.address(), fitting.slave(kind.name()));
    var node = Path.of("/dev/i2c-" + BUS);
    try (var bus = CuseI2cBus.start(board.i2c(BUS), BUS)) {
      for (int i = 0; i < 50 && !Files.exists(node); i++) {
        time.sleep(A_LITTLE);
      }
      require(bus != null && Files.exists(node), node + " does not appear");
      var options =
          kind.name().equals("soil")
              ? Map.of("dry-volts", 2.5, "wet-volts", 1.0)
              : Map.<String, Double>of();
      var where = kind.usualPlace().replace("i2c-1", "i2c-" + BUS);
      var sample = Chips.open(new Mounting(kind.name(), where, options, null), wiring, time).read();
      require(sample.faults().isEmpty(), "faults " + sample.faults());
      absent(at.address());
      return sample.readings().stream()
          .map(it -> "%.2f %s".formatted(it.value(), it.unit()))
          .toList()
          .toString();
    }
  }

  private void absent(int address) {
    try {
      wiring.i2c(new Place.I2c(BUS, address ^ 1)).writeThenRead(new byte[] {0}, 1);
      throw new AssertionError("somebody answers beside it");
    } catch (DeviceException e) {
      require(e.code() == DeviceException.Code.LOST, "it is " + e);
    }
  }
}
