package org.fieldstation.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fieldstation.drivers.Hardware;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.sim.board.VirtualPin;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.wire.Bodies;

/** Where a station without a server stands among virtual hardware, and what it wrote there. */
record VirtualSite(Path folder, VirtualTime time, SimulatedHardware hardware) {

  private static final String STATION =
      """
      [station]
      name = "ailaoshan-007"
      data = "data"
      """;

  /** A record as one reads it. */
  record Told(Kind kind, Instant utc, String body) {}

  VirtualSite(Path folder, Instant start) {
    this(folder, new VirtualTime(start), new SimulatedHardware());
  }

  /** Starts the station that this configuration describes, all but its name. */
  Station start(String configuration, Hardware... others) throws Exception {
    var parts =
        new Parts(
            read(STATION + configuration),
            "test",
            time,
            new SplittableRandom(1),
            Stream.concat(Stream.of(hardware), Stream.of(others)).toList(),
            _ -> Model.of(new LoudnessClassifier()),
            (_, _, _, _, _) -> {
              throw new AssertionError("no server is configured");
            },
            new Deaf());
    return Station.start(parts);
  }

  private SettingsFile read(String configuration) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("station.toml"), configuration));
  }

  VirtualPin pin(int line) {
    return hardware.board(time).pin(line);
  }

  /** Waits until so long after the beginning. */
  void until(Duration since) throws InterruptedException {
    time.sleep(since.minusNanos(time.nanos()));
  }

  /** All records of this kind. */
  List<Told> told(Kind kind) {
    return told().filter(it -> it.kind() == kind).toList();
  }

  /** What the records of this kind say. */
  List<String> records(Kind kind) {
    return told().filter(it -> it.kind() == kind).map(Told::body).toList();
  }

  private Stream<Told> told() {
    var told = new ArrayList<Told>();
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((_, item) -> {
        if (item instanceof Entry(_, var kind, var stamp, var body)) {
          told.add(new Told(kind, stamp.utc(), Bodies.readable(body)));
        }
      });
    }
    return told.stream();
  }

  /** What a sensor did, in all. */
  Map<Effort, Duration> effort(String sensor) {
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      return journal.ledger().totals().getOrDefault(sensor, Map.of());
    }
  }
}
