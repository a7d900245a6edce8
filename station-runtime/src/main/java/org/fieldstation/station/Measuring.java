package org.fieldstation.station;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.Sound;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.listen.SoundMeter;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.notes.MeasuresReport;
import org.fieldstation.station.notes.MicrophoneHealth;
import org.fieldstation.station.settings.MeasuresSettings;

/** The acoustic measures beside the path of a sound, where the configuration wants them. */
record Measuring(Optional<SoundMeter> meter) implements AutoCloseable {
  private static final int EVERY_MINUTES = 10;

  /** Begins the measures of one run of the path. */
  @FunctionalInterface
  interface Source {
    Measuring open(Timeline timeline);
  }

  static Measuring of(
      Optional<MeasuresSettings> wanted,
      MeasuresReport report,
      MicrophoneHealth health,
      Scribe journal) {
    return new Measuring(
        wanted.map(settings ->
            new SoundMeter(
                Duration.ofMinutes(settings.everyMin().orElse(EVERY_MINUTES)),
                settings.calibrationDb().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                stretch -> {
                  journal.put(report.note(stretch));
                  health.look(stretch);
                })));
  }

  void heard(Sound sound) {
    meter.ifPresent(one -> one.heard(sound));
  }

  /** What was measured until now is written down, however the path ended. */
  @Override
  public void close() {
    meter.ifPresent(SoundMeter::end);
  }
}
