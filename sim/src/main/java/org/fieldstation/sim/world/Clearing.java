package org.fieldstation.sim.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fieldstation.drivers.picture.Pixels;

/**
 * What there is to see, as a function of time and a seed: a clearing in a wood, grass that sways,
 * light that follows the sun, and in every minute somebody who walks through. Any picture can be
 * drawn without the ones before it.
 */
public final class Clearing {
  private static final List<Walker> WALKERS = List.of(Walker.values());
  private static final int MINUTE = 60;
  private static final double DAYLIGHT = 10_000;

  private final long seed;
  private final Weather weather;

  public Clearing(long seed) {
    this.seed = seed;
    this.weather = new Weather(seed);
  }

  /**
   * Somebody who comes into the picture at {@code start}, in seconds since the world began.
   *
   * @param path how far down the picture the middle of its body is, 0 to 1
   * @param leftwards whether it goes from right to left
   */
  public record Crossing(Walker walker, double start, double path, boolean leftwards) {
    boolean during(double t) {
      return t >= start && t < start + walker.seconds();
    }

    double middle(double t) {
      double part = (t - start) / walker.seconds() * 1.3 - 0.15;
      return leftwards ? 1 - part : part;
    }

    boolean covers(double x, double y, double t) {
      double ahead = x - middle(t);
      return walker.isAt(leftwards ? -ahead : ahead, y - path);
    }
  }

  /** Who walks through in a minute: one in its first half, one in its second. */
  public List<Crossing> minute(long minute) {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ minute);
    return IntStream.range(0, 2)
        .mapToObj(i ->
            new Crossing(
                WALKERS.get(random.nextInt(WALKERS.size())),
                minute * MINUTE + 30.0 * i + 5 + 12 * random.nextDouble(),
                0.55 + 0.2 * random.nextDouble(),
                random.nextBoolean()))
        .toList();
  }

  /** The light at a time, 0 to 1: never so dark that nothing can be seen. */
  public double light(double t) {
    return 0.35 + 0.65 * Math.min(1, weather.illuminance(t) / DAYLIGHT);
  }

  /** The view at a time, in the light of then. */
  public Pixels draw(double t, int width, int height) {
    return draw(t, width, height, light(t));
  }

  /**
   * The view at a time in another light.
   *
   * @param light 0 for none to 1
   */
  public Pixels draw(double t, int width, int height, double light) {
    var crossing =
        minute((long) Math.floor(t / MINUTE)).stream().filter(one -> one.during(t)).toList();
    var pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      double x = (i % width + 0.5) / width;
      int row = i / width;
      double y = (row + 0.5) / height;
      double noise = noise(i, Math.round(t * 1_000));
      int colour = ground(x, y, t);
      for (var one : crossing) {
        colour = one.covers(x, y, t) ? one.walker().colour() : colour;
      }
      pixels[i] = lit(colour, Math.max(0, light + 0.02 * noise * Math.min(1, 10 * light)));
    }
    return new Pixels(width, height, pixels);
  }

  private static int ground(double x, double y, double t) {
    if (y < 0.3) {
      boolean trunk = Math.floorMod((int) (x * 23), 4) == 0;
      return trunk ? 0x3c3024 : 0x5c7a48;
    }
    double sway = Math.sin(2 * Math.PI * (40 * x + 0.3 * Math.sin(0.7 * t) + 13 * y));
    int shade = (int) (6 * sway);
    return 0x6a8a3c + shade * 0x010100;
  }

  private static int lit(int colour, double light) {
    int red = part(colour >>> 16, light);
    int green = part(colour >>> 8, light);
    return (red << 16) | (green << 8) | part(colour, light);
  }

  private static int part(int channel, double light) {
    return Math.clamp(Math.round((channel & 0xff) * light), 0, 255);
  }

  /** From -1 to 1, without a memory: a hash of place and time. */
  private double noise(long place, long millis) {
    long z = (place + 1_000_003 * millis + seed) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >> 11) * 0x1.0p-52;
  }
}
