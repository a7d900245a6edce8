package org.fieldstation.station.identify;

import java.util.Optional;
import org.fieldstation.station.listen.Level;

/**
 * What a window must be before a model may hear it. A model always answers, also when there was
 * nothing to hear: silence must never become a species.
 *
 * @param silence rms in dBFS below which nothing was heard, the constant part left out
 * @param clipped the part of the samples, 0 to 1, above which full scale is damage and not loudness
 */
public record Gates(double silence, double clipped) {
  /** Below any microphone's own noise, and a tenth of the window at full scale. */
  public static final Gates ORDINARY = new Gates(-80, 0.1);

  /** Why a window is not judged, in the words records use. */
  public enum Reason {
    /** Digital silence, a constant, or less than any microphone gives: probably unplugged. */
    SILENT("silent"),
    /** Full scale too often: what is left of the sound is not it. */
    CLIPPED("clipped"),
    /** Samples that are not numbers. */
    DAMAGED("damaged");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Gates {
    if (Double.isNaN(silence) || !(clipped >= 0 && clipped <= 1)) {
      throw new IllegalArgumentException("gates: silence " + silence + ", clipped " + clipped);
    }
  }

  /** The gate that stops a window, if one does. */
  public Optional<Reason> stops(Level level) {
    if (!level.finite()) {
      return Optional.of(Reason.DAMAGED);
    }
    if (level.rms() < silence) {
      return Optional.of(Reason.SILENT);
    }
    return level.clipped() > clipped ? Optional.of(Reason.CLIPPED) : Optional.empty();
  }
}
