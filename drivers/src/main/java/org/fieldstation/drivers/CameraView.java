package org.fieldstation.drivers;

/**
 * What a camera is asked for.
 *
 * @param device which camera, in the hardware's own words
 * @param width in pixels; 0 takes the device's own
 * @param height in pixels; 0 takes the device's own
 * @param framesPerSecond how often it looks, above 0
 */
public record CameraView(String device, int width, int height, double framesPerSecond) {
  public CameraView {
    if (!(framesPerSecond > 0 && framesPerSecond <= 120)) {
      throw new IllegalArgumentException(
          "frames-per-second must be above 0 and at most 120, was " + framesPerSecond);
    }
    if (width < 0 || height < 0 || width > 16_384 || height > 16_384) {
      throw new IllegalArgumentException(
          "width and height must be 0 to 16384, were %d and %d".formatted(width, height));
    }
  }
}
