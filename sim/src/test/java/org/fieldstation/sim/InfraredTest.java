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
import org.fieldstation.drivers.picture.Aim;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.drivers.time.VirtualTime;
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

/** A camera at night with an infrared lamp on a PWM output of a virtual board. */
class InfraredTest {
  private static final int PIR = 23;

  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));
  private final SimulatedHardware hardware = new SimulatedHardware();

  @Test
  void whatIsFeltInTheDarkIsLitAndOnlyLitPicturesAreKept() throws Exception {
    try (var _ = Station.start(parts("pir", "level = 0.8"))) {
      assertThat(lit(28)).isZero();
      pin(true);
      time.sleep(Duration.ofMillis(10));
      assertThat(duty()).isEqualTo(0.8);
      assertThat(lit(3)).isEqualTo(3);
      pin(false);
      assertThat(lit(30)).isBetween(4, 6);
      assertThat(duty()).isZero();
    }

    assertThat(events()).singleElement().asString().contains("\"pir\"");
    assertThat(pictures())
        .hasSize(3)
        .allSatisfy(it -> {
          var mean = Aim.of(PictureFile.open(it).decode(1_000_000)).mean();
          assertThat(mean).isGreaterThan(20);
        });
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      assertThat(journal.ledger().totals().toString())
          .doesNotContain("GATED"); // the detector was awake all the time
    }
  }

  @Test
  void aCameraThatWaitsForMotionIsLitAllNight() throws Exception {
    try (var _ = Station.start(parts("motion", "lit = \"night\""))) {
      assertThat(lit(58)).isGreaterThan(50);
    }
    assertThat(duty()).isZero();
    assertThat(events()).isNotEmpty();
  }

  /** Seconds during which the lamp is lit. */
  private int lit(int seconds) throws InterruptedException {
    int lit = 0;
    for (int i = 0; i < seconds; i++) {
      time.sleep(Duration.ofSeconds(1));
      lit += duty() > 0 ? 1 : 0;
    }
    return lit;
  }

  private double duty() {
    return hardware.board(time).pwm(0).duty();
  }

  private void pin(boolean high) {
    hardware.board(time).pin(PIR).drive(high);
  }

  private List<String> events() {
    var events = new ArrayList<String>();
    try (var journal = JournalReader.open(folder.resolve("data"))) {
      journal.items((_, item) -> {
        if (item instanceof Entry entry && entry.kind() == Kind.EVENT) {
          events.add(Bodies.readable(entry.body()));
        }
      });
    }
    return events;
  }

  private List<Path> pictures() throws IOException {
    try (var files = Files.list(folder.resolve("data/media/restricted"))) {
      return files.toList();
    }
  }

  private Parts parts(String trigger, String lamp) throws IOException {
    pin(false);
    return new Parts(
        configuration(trigger, lamp),
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

  private SettingsFile configuration(String trigger, String lamp) throws IOException {
    return SettingsFile.read(
        Files.writeString(
            folder.resolve("station.toml"),
            """
            [station]
            name = "ailaoshan-007"
            data = "data"
            [board]
            profile = "sim"
            infrared = { at = "pwm-pin12", %s }
            [[board.contact]]
            name = "pir"
            use = "motion"
            at = "pin16"
            [camera]
            hardware = "sim"
            device = "world;night"
            width = 320
            height = 240
            frames-per-second = 1.0
            burst-frames = 3
            quiet-s = 5
            trigger = "%s"
            """
                .formatted(lamp, trigger)));
  }
}
