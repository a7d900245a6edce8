package org.fieldstation.station.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.measures.Measure;
import org.fieldstation.station.listen.NoiseFloorFile;
import org.fieldstation.station.listen.SoundMeter;
import org.fieldstation.station.listen.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A microphone must not die unnoticed, and a full disk must not end the listening. */
class MicrophoneHealthTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir Path folder;
  private final List<String> faults = new ArrayList<>();

  @Test
  void aFloorThatFallsIsToldOnTheNextDayAlsoAfterRestarts() {
    for (int day = 0; day < 6; day++) {
      health(TimeSource.GNSS, day).look(stretch(day == 4 ? -92 : -80));
    }

    assertThat(faults).singleElement().asString().startsWith("microphone-floor: the quietest");
  }

  @Test
  void withoutAClockNothingIsCompared() {
    for (int day = 0; day < 6; day++) {
      health(TimeSource.NONE, day).look(stretch(day == 4 ? -92 : -80));
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void digitalSilenceIsTold() {
    var silent = new SoundMeter.Stretch(0, List.of(new Measure("measured", 600, "s")));
    health(TimeSource.GNSS, 0).look(silent);

    assertThat(faults).singleElement().asString().startsWith("microphone-silent: digital silence");
  }

  @Test
  void aDiskThatRefusesIsAFaultAndNoEnd() throws Exception {
    Files.createDirectories(folder.resolve("noise-floor.tsv.next"));
    health(TimeSource.GNSS, 0).look(stretch(-80));

    assertThat(faults).singleElement().asString().contains("noise-floor.tsv: cannot be written");
  }

  private MicrophoneHealth health(TimeSource source, int day) {
    var now =
        new Moment(START.plus(Duration.ofDays(day)), source, Duration.ofSeconds(1), Duration.ZERO);
    var timeline = new Timeline(new Stopped(now));
    timeline.heard(new Sound(0, 1_000, new float[0]));
    return new MicrophoneHealth(
        timeline,
        new NoiseFloorFile(folder.resolve("noise-floor.tsv")),
        (code, message) -> faults.add(code + ": " + message));
  }

  private static SoundMeter.Stretch stretch(double floor) {
    return new SoundMeter.Stretch(
        0, List.of(new Measure("laeq", floor + 20, "dBFS"), new Measure("la99", floor, "dBFS")));
  }

  private record Stopped(Moment now) implements StationClock {
    @Override
    public long nanos() {
      return 0;
    }
  }
}
