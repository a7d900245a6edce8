package org.fieldstation.models.pack;

import java.util.Optional;
import org.fieldstation.models.frontend.FrontEnd;
import org.fieldstation.models.frontend.Level;
import org.fieldstation.models.frontend.LogMel;
import org.fieldstation.models.frontend.LogMelSettings;
import org.fieldstation.models.frontend.Pcen;
import org.fieldstation.models.frontend.PcenSettings;
import org.fieldstation.models.frontend.Raw;
import org.fieldstation.models.frontend.Spectrogram;
import org.fieldstation.models.frontend.SpectrogramSettings;

/**
 * The sound a pack's model wants; each component is a key.
 *
 * @param gain what raw samples are multiplied by; 1 when absent
 * @param level how loud the window is made; as it is when absent
 */
public record InputSettings(
    int sampleRateHz,
    int windowSamples,
    int hopSamples,
    Kind frontEnd,
    Optional<Double> gain,
    Optional<Level> level,
    Optional<LogMelSettings> logMel,
    Optional<SpectrogramSettings> spectrogram,
    Optional<PcenSettings> pcen) {

  /** Which front end. */
  public enum Kind {
    RAW,
    SPECTROGRAM,
    LOG_MEL,
    PCEN
  }

  public InputSettings {
    Checks.between("sample-rate-hz", sampleRateHz, 4_000, 500_000);
    Checks.between("window-samples", windowSamples, 1, 1 << 24);
    Checks.between("hop-samples", hopSamples, 1, windowSamples);
    Checks.that(
        logMel.isPresent() == (frontEnd == Kind.LOG_MEL),
        "[input.log-mel] belongs to front-end \"log-mel\" and to no other");
    Checks.that(
        spectrogram.isPresent() == (frontEnd == Kind.SPECTROGRAM),
        "[input.spectrogram] belongs to front-end \"spectrogram\" and to no other");
    Checks.that(
        pcen.isPresent() == (frontEnd == Kind.PCEN),
        "[input.pcen] belongs to front-end \"pcen\" and to no other");
    Checks.that(
        gain.isEmpty() || frontEnd == Kind.RAW, "gain has no effect unless front-end is \"raw\"");
    gain.ifPresent(g -> Checks.that(g > 0 && Double.isFinite(g), "gain must be above 0"));
    double nyquist = sampleRateHz / 2.0;
    int samples = windowSamples;
    logMel.ifPresent(s -> {
      Checks.that(s.highHz() <= nyquist, "high-hz is above half the sample rate");
      Checks.that(s.frames(samples) > 0, "frame-samples is more than window-samples");
    });
    pcen.ifPresent(s -> {
      Checks.that(s.highHz() <= nyquist, "high-hz is above half the sample rate");
      Checks.that(s.frames(samples) > 0, "frame-samples is more than window-samples");
    });
    spectrogram.ifPresent(
        s -> Checks.that(s.fits(samples), "frames is more than window-samples has"));
  }

  /** A front end of its own for one thread. */
  FrontEnd open() {
    return switch (frontEnd) {
      case RAW -> new Raw(windowSamples, gain.orElse(1.0));
      case SPECTROGRAM -> new Spectrogram(spectrogram.orElseThrow(), windowSamples);
      case LOG_MEL -> new LogMel(logMel.orElseThrow(), sampleRateHz, windowSamples);
      case PCEN -> new Pcen(pcen.orElseThrow(), sampleRateHz, windowSamples);
    };
  }
}
