package org.fieldstation.sim.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What there is to hear, as a function of time and a seed: quiet wind all the time, and in every
 * minute some voices. Any stretch can be computed without the ones before it, so two stations hear
 * the same world.
 */
public final class World {
  private static final List<Voice> VOICES = List.of(Voice.values());
  private static final int MINUTE = 60;
  private static final double WIND = 0.004;

  private final long seed;
  private long cachedMinute = Long.MIN_VALUE;
  private List<Utterance> cached = List.of();

  public World(long seed) {
    this.seed = seed;
  }

  /** A voice that is heard from {@code start}, in seconds since the world began. */
  public record Utterance(Voice voice, double start) {
    double end() {
      return start + voice.seconds();
    }
  }

  /** Who is heard in a minute. Nobody speaks over the end of it. */
  public List<Utterance> minute(long minute) {
    if (minute != cachedMinute) {
      var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + minute);
      int voices = random.nextInt(1, 4);
      double share = (double) MINUTE / voices;
      cached =
          IntStream.range(0, voices)
              .mapToObj(i -> {
                var voice = VOICES.get(random.nextInt(VOICES.size()));
                double slack = Math.max(0, share - voice.seconds() - 1);
                return new Utterance(
                    voice, minute * MINUTE + i * share + slack * random.nextDouble());
              })
              .toList();
      cachedMinute = minute;
    }
    return cached;
  }

  /** The world's sound from sample {@code position} on, at {@code rate} samples a second. */
  public float[] listen(long position, int rate, int samples) {
    var sound = new float[samples];
    for (int i = 0; i < samples; i++) {
      double noise = noise(position + i);
      sound[i] =
          (float) Math.clamp(WIND * noise + voices((double) (position + i) / rate, noise), -1, 1);
    }
    return sound;
  }

  private double voices(double t, double noise) {
    double sound = 0;
    for (var said : minute((long) Math.floor(t / MINUTE))) {
      if (t >= said.start() && t < said.end()) {
        sound += said.voice().at(t - said.start(), noise);
      }
    }
    return sound;
  }

  /** White noise without a memory: a hash of the sample's number. */
  private double noise(long n) {
    long z = (n + seed) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >> 11) * 0x1.0p-52;
  }
}
