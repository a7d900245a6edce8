package org.fieldstation.station.look;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.JpegOut;
import org.fieldstation.drivers.picture.Pixels;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.drivers.time.TimeSource;

/** Frames of a place made by calculation. */
public final class Scenes {
  private static final Instant START = Instant.parse("2026-06-21T06:00:00Z");
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  private Scenes() {}

  public static Moment at(double seconds) {
    var uptime = Duration.ofMillis(Math.round(seconds * 1_000));
    return new Moment(START.plus(uptime), TimeSource.GNSS, Duration.ofMillis(1), uptime);
  }

  /**
   * A textured place with sensor noise.
   *
   * @param light 1 is ordinary
   * @param beast where a dark square of a tenth of the width is, 0 to 1; nowhere when negative
   */
  public static Frame frame(int second, double light, double beast) {
    var random = new Random(second);
    var pixels = new int[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      boolean on = beast >= 0 && Math.abs(x - beast * WIDTH) < 20 && Math.abs(y - 150) < 20;
      double grey = on ? 20 : 110 + 30 * Math.sin(x / 9.0) * Math.cos(y / 7.0);
      int value = (int) Math.clamp(light * grey + 4 * random.nextGaussian(), 0, 255);
      pixels[i] = value * 0x10101;
    }
    var jpeg = JpegOut.encode(new Pixels(WIDTH, HEIGHT, pixels), 0.9f);
    return new Frame(second, at(second), "image/jpeg", jpeg);
  }

  static Look look(double second, boolean moves) {
    var part = moves ? 0.1 : 0;
    var frame = new Frame(Math.round(second * 10), at(second), "image/jpeg", new byte[0]);
    return new Look(frame, new Movement(part, Optional.empty()), "", 100);
  }
}
