package org.fieldstation.station.doctor;

import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.Aim;
import org.fieldstation.drivers.picture.PictureFile;

/**
 * One picture's figures while a camera is being aimed. The sharpness of a scene has no scale of its
 * own, so it is shown against the best of this aiming: turn the lens past the best and back to it.
 *
 * @param best highest sharpness so far, this picture's included
 */
public record Aiming(int width, int height, Aim aim, double best) {
  private static final long ENOUGH = 1_000_000;
  private static final double FULL = 255;
  private static final double TOO_MUCH = 0.25;
  private static final double TOO_DARK = 0.1;

  /** How the light is. */
  public enum Light {
    GOOD,
    TOO_DARK,
    /** A quarter of the picture shows nothing but white. */
    TOO_BRIGHT
  }

  /**
   * The figures of a frame.
   *
   * @param bestBefore of the frames before it; 0 for the first
   * @throws org.fieldstation.drivers.DeviceException when it is damaged
   */
  public static Aiming of(Frame frame, double bestBefore) {
    var file = PictureFile.of("frame " + frame.number(), frame.bytes());
    var aim = Aim.of(file.decode(ENOUGH));
    return new Aiming(file.width(), file.height(), aim, Math.max(bestBefore, aim.sharpness()));
  }

  /** The mean brightness, 0 to 1. */
  public double brightness() {
    return aim.mean() / FULL;
  }

  /** The sharpness as part of the best, 0 to 1. */
  public double sharpness() {
    return best <= 0 ? 0 : aim.sharpness() / best;
  }

  /** How the light is. */
  public Light light() {
    if (aim.white() > TOO_MUCH) {
      return Light.TOO_BRIGHT;
    }
    return brightness() < TOO_DARK ? Light.TOO_DARK : Light.GOOD;
  }
}
