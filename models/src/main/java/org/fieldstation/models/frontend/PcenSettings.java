package org.fieldstation.models.frontend;

/**
 * How per-channel energy normalisation is made; the names are those of its authors' formula in
 * words.
 *
 * @param fftSize points of each transform, a power of two
 * @param frameSamples samples in one frame, at most {@code fftSize}
 * @param frameHopSamples samples from the start of one frame to the start of the next
 * @param melBands bands between {@code lowHz} and {@code highHz}
 * @param energyScale what energies are multiplied by first: 1 for samples from -1 to 1, 2^62 for a
 *     model trained on 32-bit whole numbers
 * @param smoothing s, the weight of a new frame in the running mean of its band
 * @param gain α, how much of the running mean is divided out
 * @param bias δ
 * @param power r
 * @param epsilon ε, added to the running mean
 * @param start what the running mean is before the first frame
 */
public record PcenSettings(
    int fftSize,
    int frameSamples,
    int frameHopSamples,
    int melBands,
    double lowHz,
    double highHz,
    double energyScale,
    double smoothing,
    double gain,
    double bias,
    double power,
    double epsilon,
    Start start) {

  /** What came before the window. */
  public enum Start {
    /** A band has always been as loud as in its first frame, as the method's authors have it. */
    FIRST_FRAME,
    /** A band had the energy 1, as librosa has it. */
    ONE
  }

  public PcenSettings {
    MelSettings.check(fftSize, frameSamples, frameHopSamples, melBands, lowHz, highHz);
    Limits.that(energyScale > 0 && Double.isFinite(energyScale), "energy-scale must be above 0");
    Limits.that(smoothing > 0 && smoothing <= 1, "smoothing must be above 0 and at most 1");
    Limits.that(gain >= 0 && gain <= 1, "gain must be from 0 to 1");
    Limits.that(bias > 0 && Double.isFinite(bias), "bias must be above 0");
    Limits.that(power > 0 && power <= 1, "power must be above 0 and at most 1");
    Limits.that(epsilon > 0 && epsilon <= 1, "epsilon must be above 0 and at most 1");
  }

  /** Frames that fit in a window without padding. */
  public int frames(int windowSamples) {
    return mel().frames(windowSamples);
  }

  MelSettings mel() {
    return new MelSettings(fftSize, frameSamples, frameHopSamples, melBands, lowHz, highHz);
  }
}
