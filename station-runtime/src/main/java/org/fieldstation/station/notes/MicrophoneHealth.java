package org.fieldstation.station.notes;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.measures.Measure;
import org.fieldstation.station.listen.NoiseFloor;
import org.fieldstation.station.listen.NoiseFloorFile;
import org.fieldstation.station.listen.SoundMeter;
import org.fieldstation.station.listen.Timeline;

/** Judges a microphone by the quietest it hears, stretch by stretch and day by day. */
public final class MicrophoneHealth {
  private static final long DAY_MILLIS = 86_400_000;
  private static final String LEVEL = "laeq";
  private static final String FLOOR = "la99";

  private final Timeline timeline;
  private final NoiseFloorFile file;
  private final NoiseFloor floor;
  private final Faulty faulty;

  /** Is told what is wrong. */
  @FunctionalInterface
  public interface Faulty {
    void note(String code, String message);
  }

  public MicrophoneHealth(Timeline timeline, NoiseFloorFile file, Faulty faulty) {
    this.timeline = timeline;
    this.file = file;
    this.floor = new NoiseFloor(file.read());
    this.faulty = faulty;
  }

  /** Looks at a stretch. Without a clock there are no days to compare. */
  public void look(SoundMeter.Stretch stretch) {
    if (value(stretch, LEVEL).isEmpty()) {
      faulty.note(
          "microphone-silent",
          "digital silence for a whole stretch of sound; look at its plug, gain and switch");
    }
    var start = timeline.at(stretch.startSeconds());
    if (start.source() != TimeSource.NONE) {
      long day = Math.floorDiv(start.utc().toEpochMilli(), DAY_MILLIS);
      value(stretch, FLOOR).ifPresent(quietest -> compare(day, quietest));
    }
  }

  private void compare(long day, double quietest) {
    var before = floor.days();
    floor.heard(day, quietest).ifPresent(wrong -> faulty.note("microphone-floor", wrong));
    if (!floor.days().equals(before)) {
      keep();
    }
  }

  /** A disk that refuses must not end the listening. */
  private void keep() {
    try {
      file.write(floor.days());
    } catch (UncheckedIOException refused) {
      faulty.note("noise-floor-file", String.valueOf(refused.getMessage()));
    }
  }

  private static Optional<Double> value(SoundMeter.Stretch stretch, String name) {
    return stretch.measures().stream()
        .filter(measure -> measure.name().equals(name))
        .map(Measure::value)
        .findFirst();
  }
}
