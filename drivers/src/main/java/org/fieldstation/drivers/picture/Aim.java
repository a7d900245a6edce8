package org.fieldstation.drivers.picture;

import java.util.Arrays;

/**
 * Figures by which a person aims a camera: is it bright enough, is it sharp.
 *
 * @param histogram how many pixels have each luma from 0 to 255
 * @param mean of the luma, 0 to 255
 * @param black part of the pixels, 0 to 1, that show nothing because it is too dark: luma 2 or less
 * @param white part that show nothing because it is too bright: luma 253 or more
 * @param sharpness variance of the Laplacian of the luma. It has no scale of its own: it is highest
 *     when the focus is right, of the same scene in the same light
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Aim(int[] histogram, double mean, double black, double white, double sharpness) {
  private static final int DARK = 2;
  private static final int BRIGHT = 253;

  /** The figures of one picture. */
  public static Aim of(Pixels picture) {
    var luma = Arrays.stream(picture.rgb()).map(Pixels::luma).toArray();
    var histogram = new int[256];
    long sum = 0;
    for (int value : luma) {
      histogram[value]++;
      sum += value;
    }
    double count = luma.length;
    return new Aim(
        histogram,
        sum / count,
        Arrays.stream(histogram, 0, DARK + 1).sum() / count,
        Arrays.stream(histogram, BRIGHT, 256).sum() / count,
        laplacianVariance(luma, picture.width(), picture.height()));
  }

  private static double laplacianVariance(int[] luma, int width, int height) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        double bend =
            luma[at - 1] + luma[at + 1] + luma[at - width] + luma[at + width] - 4.0 * luma[at];
        sum += bend;
        squares += bend * bend;
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    return count == 0 ? 0 : squares / count - mean * mean;
  }
}
