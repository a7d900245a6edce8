package org.fieldstation.station.listen;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.fieldstation.drivers.Sound;
import org.fieldstation.models.measures.Measure;
import org.fieldstation.models.measures.Soundscape;
import org.jspecify.annotations.Nullable;

/**
 * Measures sound beside the path that names it. It looks at the sound as it came, before any
 * model's rate, and keeps the same room however long it listens.
 */
public final class SoundMeter {
  private static final double LEAST_SECONDS = 10;

  private final double everySeconds;
  private final OptionalDouble calibration;
  private final Consumer<Stretch> next;
  private @Nullable Soundscape soundscape;
  private double startSeconds;
  private int rate;
  private long expected;

  /**
   * A stretch of sound that was measured.
   *
   * @param startSeconds seconds from the opening of the microphone to its start
   * @param measures how long it was is one of them: lost sound is not measured
   */
  public record Stretch(double startSeconds, List<Measure> measures) {
    public Stretch {
      measures = List.copyOf(measures);
    }
  }

  /**
   * @param every from the start of one stretch to the start of the next
   * @param calibration sound pressure level of full scale, in dB
   * @param next is given each stretch as it ends
   */
  public SoundMeter(Duration every, OptionalDouble calibration, Consumer<Stretch> next) {
    this.everySeconds = every.toNanos() / 1e9;
    this.calibration = calibration;
    this.next = next;
  }

  /** Measures a sound; a stretch ends with the last sound that begins in it. */
  public void heard(Sound sound) {
    double seconds = (double) sound.position() / sound.rate();
    if (soundscape != null && (sound.rate() != rate || seconds >= startSeconds + everySeconds)) {
      end();
    }
    if (soundscape == null) {
      soundscape = new Soundscape(sound.rate(), calibration);
      startSeconds = seconds;
    } else if (sound.position() != expected) {
      soundscape.gap();
    }
    soundscape.add(sound.samples());
    rate = sound.rate();
    expected = sound.end();
  }

  /** Ends the stretch; one of less than ten seconds says nothing and is dropped. */
  public void end() {
    if (soundscape != null && soundscape.seconds() >= LEAST_SECONDS) {
      next.accept(new Stretch(startSeconds, soundscape.measures()));
    }
    soundscape = null;
  }
}
