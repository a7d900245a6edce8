package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.sim.board.VirtualPin;
import org.fieldstation.station.Parts;
import org.fieldstation.station.Station;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.settings.SettingsFile;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station before the made-up clearing with a detector of warm bodies on a pin. */
class PirCameraTest {

  /** In this minute nobody is in the picture from second 28 on until somebody comes at 35. */
  private static final Instant START = Instant.parse("2026-06-21T10:00:00Z");

  private static final int PIR = 23;

  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(START);
  private final SimulatedHardware hardware = new SimulatedHardware();

  @Test
  void whatTheDetectorFeelsIsOneEventAndWhatOnlyMovesIsNone() throws Exception {
    try (var _ = Station.start(parts("pir", "pin16"))) {
      feel(28, Duration.ofSeconds(3));
      until(120);
    }

    assertThat(events())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.trigger()).isEqualTo("pir");
          assertThat(it.second()).isBetween(28.0, 29.5);
        });
    assertThat(records(Kind.MEDIUM)).hasSize(2 * 3); // each with its blurred copy
  }

  @Test
  void withBothAnEventSaysWhichOfThemBeganIt() throws Exception {
    try (var _ = Station.start(parts("both", "pin16"))) {
      feel(28, Duration.ofSeconds(3));
      until(120);
    }

    assertThat(events()).extracting(Event::trigger).contains("pir", "motion").hasSizeBetween(3, 5);
  }

  @Test
  void theVirtualDetectorFeelsWhoeverCrossesTheClearing() throws Exception {
    try (var _ = Station.start(parts("pir", "pin15"))) {
      until(180);
    }

    assertThat(events()).hasSizeBetween(5, 6).allMatch(it -> it.trigger().equals("pir"));
  }

  private void feel(int second, Duration during) throws InterruptedException {
    until(second);
    pin().drive(true);
    time.sleep(during);
    pin().drive(false);
  }

  private void until(int second) throws InterruptedException {
    time.sleep(Duration.ofSeconds(second).minusNanos(time.nanos()));
  }

  private VirtualPin pin() {
    return hardware.board(time).pin(PIR);
  }

  private record Event(String trigger, double second) {}

  private List<Event> events() {
    var events = new ArrayList<Event>();
    read((entry, body) -> {
      if (entry.kind() == Kind.EVENT) {
        var by = body.contains("\"pir\"") ? "pir" : "motion";
        events.add(new Event(by, Duration.between(START, entry.stamp().utc()).toMillis() / 1e3));
      }
    });
    return events;
  }

  private List<String> records(Kind kind) {
    var bodies = new ArrayList<String>();
    read((entry, body) -> {
      if (entry.kind() == kind) {
        bodies.add(body);
      }
    });
    return bodies;
  }

  private void read(BiConsumer<Entry, String> reader) {
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((_, item) -> {
        if (item instanceof Entry entry) {
          reader.accept(entry, Bodies.readable(entry.body()));
        }
      });
    }
  }

  private Parts parts(String trigger, String at) throws IOException {
    hardware.board(time).pin(PIR).drive(false);
    return new Parts(
        configuration(trigger, at),
        "test",
        time,
        new SplittableRandom(1),
        List.of(hardware),
        _ -> Model.of(new LoudnessClassifier()),
        (_, _, _, _, _) -> {
          throw new AssertionError("no server is configured");
        },
        new Deaf());
  }

  private SettingsFile configuration(String trigger, String at) throws IOException {
    return SettingsFile.read(
        Files.writeString(
            folder.resolve("station.toml"),
            """
            [station]
            name = "ailaoshan-007"
            data = "data"
            [board]
            profile = "sim"
            [[board.contact]]
            name = "pir"
            use = "motion"
            at = "%s"
            [camera]
            hardware = "sim"
            device = "world"
            width = 320
            height = 240
            frames-per-second = 1.0
            burst-frames = 3
            quiet-s = 5
            trigger = "%s"
            """
                .formatted(at, trigger)));
  }
}
