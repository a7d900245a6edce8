package org.fieldstation.sim.board;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.fieldstation.drivers.Mounting;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.catalogue.Kind;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.watch.Redetecting;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.pi.SimBoard;
import org.fieldstation.sim.world.Weather;

/** One chip on a virtual board, read by its real driver through Pi4J, and what it ought to say. */
final class Stand implements AutoCloseable {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T08:00:00Z"));
  final Weather weather = new Weather(1);
  final VirtualBoard board = new VirtualBoard(time);
  final Weathering truth = new Weathering(weather, time);
  final Moods moods = new Moods(truth);
  final Fitting fitting = new Fitting(board, moods, weather);
  final PiWiring wiring = new PiWiring(new SimBoard(board));
  final Kind kind;
  final Place place;
  final Redetecting sensor;
  final Set<SensorFault.Code> faults = new LinkedHashSet<>();

  Stand(Kind kind, Path keep) {
    this.kind = kind;
    this.place = Place.parse(kind.usualPlace());
    fitting.plug(kind.name(), place);
    Map<String, Double> options =
        kind.name().equals("soil")
            ? Map.of("dry-volts", Truth.DRY_VOLTS, "wet-volts", Truth.WET_VOLTS)
            : Map.of();
    var mounting = new Mounting(kind.name(), kind.usualPlace(), options, keep);
    this.sensor =
        new Redetecting(kind.name(), kind.quantities(), () -> Chips.open(mounting, wiring, time));
  }

  /** A minute later, one reading; a value that is not true fails. */
  Sample readTruly() throws InterruptedException {
    var sample = read(MINUTE);
    for (var reading : sample.readings()) {
      var now = new Truth(kind.name(), truth, weather, truth.t());
      if (!now.tolerates(reading)) {
        throw new AssertionError(
            "%s says %s, which is not %s"
                .formatted(kind.name(), reading, now.of(reading.quantity())));
      }
    }
    return sample;
  }

  /** Some time later, one reading, whatever it says. */
  Sample read(Duration later) throws InterruptedException {
    time.sleep(later);
    var sample = sensor.read();
    sample.faults().forEach(it -> faults.add(it.code()));
    var told =
        new EnumMap<org.fieldstation.drivers.Quantity, Integer>(
            org.fieldstation.drivers.Quantity.class);
    sample.readings().forEach(it -> told.merge(it.quantity(), 1, Integer::sum));
    sample.faults().forEach(it -> told.merge(it.quantity(), 1, Integer::sum));
    if (!told.keySet().equals(kind.quantities()) || told.values().stream().anyMatch(it -> it > 1)) {
      throw new AssertionError(kind.name() + " does not account for all of " + sample);
    }
    return sample;
  }

  /** Reads until all is true again; how many readings that took. */
  int recover() throws InterruptedException {
    for (int i = 1; i <= 4; i++) {
      if (readTruly().faults().isEmpty()) {
        return i;
      }
    }
    throw new AssertionError(kind.name() + " does not recover: " + faults);
  }

  @Override
  public void close() {
    wiring.close();
  }
}
