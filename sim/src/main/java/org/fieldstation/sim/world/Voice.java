package org.fieldstation.sim.world;

/**
 * Something in the world that can be heard, as a formula of time. None is a recording; they are
 * shaped after what makes the real sound recognisable: the harmonics and flutter of a two-stroke
 * engine, the sweeps of a song, the hiss of rain.
 */
public enum Voice {
  /** A two-stroke engine under changing load: many harmonics of about 100 Hz, rough. */
  CHAINSAW(8) {
    @Override
    double at(double t, double noise) {
      double load =
          1 + 0.25 * Math.sin(2 * Math.PI * 0.35 * t) + 0.02 * Math.sin(2 * Math.PI * 11 * t);
      double phase = 2 * Math.PI * 105 * (t + 0.11 * (1 - Math.cos(2 * Math.PI * 0.35 * t)));
      double sound = 0;
      for (int harmonic = 1; harmonic <= 24; harmonic++) {
        sound += Math.sin(harmonic * phase + harmonic * harmonic) / Math.sqrt(harmonic);
      }
      return 0.07 * load * sound + 0.08 * noise;
    }
  },

  /** A songbird: short whistles that sweep between 2.5 and 6 kHz. */
  BIRD(4) {
    @Override
    double at(double t, double noise) {
      double note = t % 0.25;
      double sweep = 3_500 + 1_200 * Math.sin(2 * Math.PI * 0.7 * Math.floor(t / 0.25));
      return note > 0.14
          ? 0
          : 0.35 * hump(note / 0.14) * Math.sin(2 * Math.PI * (sweep + 6_000 * note) * note);
    }
  },

  /** A dog: barks of a third of a second, harmonics of a falling 450 Hz. */
  DOG(3) {
    @Override
    double at(double t, double noise) {
      double bark = t % 0.8;
      if (bark > 0.3) {
        return 0;
      }
      double phase = 2 * Math.PI * (520 - 300 * bark) * bark;
      double sound = 0;
      for (int harmonic = 1; harmonic <= 8; harmonic++) {
        sound += Math.sin(harmonic * phase) / harmonic;
      }
      return 0.4 * hump(bark / 0.3) * (sound + 0.5 * noise);
    }
  },

  /** Rain on leaves: hiss that swells and falls. */
  RAIN(20) {
    @Override
    double at(double t, double noise) {
      return (0.12 + 0.03 * Math.sin(2 * Math.PI * 0.2 * t)) * noise;
    }
  },

  /** Crickets: a 4.5 kHz tone, pulsed 25 times a second. */
  INSECT(10) {
    @Override
    double at(double t, double noise) {
      double pulse = Math.max(0, Math.sin(2 * Math.PI * 25 * t));
      return 0.2 * pulse * pulse * Math.sin(2 * Math.PI * 4_500 * t);
    }
  };

  private final double seconds;

  Voice(double seconds) {
    this.seconds = seconds;
  }

  /** How long it sounds, in seconds. */
  public double seconds() {
    return seconds;
  }

  /**
   * Its sound pressure.
   *
   * @param t seconds since it began
   * @param noise white noise from -1 to 1 at this sample
   */
  abstract double at(double t, double noise);

  private static double hump(double x) {
    return Math.sin(Math.PI * Math.clamp(x, 0, 1));
  }
}
