package org.fieldstation.sim.proof;

import static org.fieldstation.sim.proof.Proof.require;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.chip.pms5003.Pms5003;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.Scheduler;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.drivers.wires.Wiring;
import org.fieldstation.sim.board.Weathering;
import org.fieldstation.sim.chips.VirtualPms5003;
import org.fieldstation.sim.world.Weather;

/** A PMS5003 at the other end of a serial line, which speaks once a second. */
record DustProof(Wiring wiring, TimeKeeper time) {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  String run() throws IOException, InterruptedException {
    var clock = new AheadClock(time);
    try (var _ = Cable.lay(time)) {
      var speaker = speaker();
      try {
        var line = wiring.serial(new Place.Serial(Cable.OURS.toString()), 9_600);
        var sensor = Pms5003.open(line, clock);
        var early = sensor.read().faults();
        require(
            early.size() == 3
                && early.stream().allMatch(it -> it.code() == SensorFault.Code.NOT_READY),
            "before the fan is up it says " + early);
        clock.aheadNanos = Duration.ofSeconds(31).toNanos();
        var sample = sensor.read();
        require(sample.faults().isEmpty(), "faults " + sample.faults());
        return sample.readings().stream()
            .map(it -> "%.0f %s".formatted(it.value(), it.unit()))
            .toList()
            .toString();
      } finally {
        speaker.stop();
      }
    }
  }

  private Scheduler.Line speaker() {
    var chip = new VirtualPms5003(new Weathering(new Weather(1), time));
    return time.start(
        "pms5003",
        () -> {
          try {
            while (true) {
              Files.write(Cable.THEIRS, chip.says(), StandardOpenOption.WRITE);
              time.sleep(PAUSE);
            }
          } catch (IOException unplugged) {
            return;
          }
        });
  }

  /** The fan needs 30 s, and nobody else has to wait for it. */
  private static final class AheadClock implements StationClock {
    private final StationClock clock;
    private volatile long aheadNanos;

    private AheadClock(StationClock clock) {
      this.clock = clock;
    }

    @Override
    public Moment now() {
      return clock.now();
    }

    @Override
    public long nanos() {
      return clock.nanos() + aheadNanos;
    }
  }
}
