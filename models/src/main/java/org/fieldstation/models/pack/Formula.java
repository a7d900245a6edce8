package org.fieldstation.models.pack;

import java.util.Locale;

/**
 * Sounds made by calculation: the same numbers on every machine, at every rate, without anybody's
 * copyright. They need not be beautiful, only different from each other in what a model listens to.
 */
public enum Formula {
  /** Noise of the same strength at all frequencies. */
  NOISE {
    @Override
    float at(double t, Noise noise) {
      return 0.1f * noise.next();
    }
  },
  /** One steady note at 1 kHz. */
  TONE {
    @Override
    float at(double t, Noise noise) {
      return 0.2f * sine(1_000 * t);
    }
  },
  /** Short notes that rise from 2.5 to 4.5 kHz, three a second, as small birds call. */
  CHIRPS {
    @Override
    float at(double t, Noise noise) {
      double into = t % (1 / 3.0);
      double length = 0.12;
      return into > length
          ? 0.001f * noise.next()
          : 0.3f * sine(2_500 * into + 1_000 * into * into / length) * swell(into / length);
    }
  },
  /** Sparse clicks that die away at once, as twigs in a fire. */
  CRACKLE {
    private static final double STEP = 0.037;

    @Override
    float at(double t, Noise noise) {
      double into = t % STEP;
      // A different strength for each click, some of them silent.
      double strength = Math.floor(t / STEP) * 0.618_034 % 1;
      double size = 0.8 * strength * strength * StrictMath.exp(-into * 600) + 0.002;
      return (float) size * noise.next();
    }
  },
  /** All harmonics of a low note that wavers, as a small two-stroke engine. */
  BUZZ {
    @Override
    float at(double t, Noise noise) {
      double turns = 105 * t + 1.2 * sine(0.9 * t);
      double saw = 2 * (turns - StrictMath.floor(turns)) - 1;
      return (float) (0.3 * saw + 0.03 * noise.next());
    }
  },
  /** Two bursts a second of a hoarse falling note, as a dog far off. */
  BARKS {
    @Override
    float at(double t, Noise noise) {
      double into = t % 0.5;
      double length = 0.14;
      if (into > length) {
        return 0.001f * noise.next();
      }
      double turns = 620 * into - 900 * into * into;
      double voice = sine(turns) + 0.6 * sine(2 * turns) + 0.4 * sine(3 * turns);
      double hoarse = 0.2 * voice + 0.05 * noise.next();
      return (float) (hoarse * swell(into / length));
    }
  };

  /** One sample, -1 to 1, at a time in seconds. Samples are asked for in their order. */
  abstract float at(double t, Noise noise);

  /** A window of this sound. */
  public float[] window(int rate, int samples) {
    var noise = new Noise();
    var window = new float[samples];
    for (int i = 0; i < samples; i++) {
      window[i] = at((double) i / rate, noise);
    }
    return window;
  }

  /** The formula's name as manifests write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** StrictMath, because Math may differ in the last bit from one machine to another. */
  private static float sine(double turns) {
    return (float) StrictMath.sin(2 * Math.PI * turns);
  }

  private static float swell(double part) {
    return (float) StrictMath.sin(Math.PI * part);
  }

  /** The same noise every time: Marsaglia's xorshift with 32 bits. */
  static final class Noise {
    private int state = 0x2545_f491;

    float next() {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state / 0x1p31f;
    }
  }
}
