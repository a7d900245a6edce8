package org.fieldstation.drivers.picture;

/**
 * A decoded picture, upright, in sRGB.
 *
 * @param rgb row by row from the top left, each {@code 0xRRGGBB}; higher bits are not looked at
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are never compared
public record Pixels(int width, int height, int[] rgb) {
  public Pixels {
    if (width < 1 || height < 1 || (long) width * height != rgb.length) {
      throw new IllegalArgumentException(
          "%d pixels for a picture of %d x %d".formatted(rgb.length, width, height));
    }
  }

  /** Luma of ITU-R BT.601 of a packed pixel, 0 to 255. */
  public static int luma(int rgb) {
    return (77 * (rgb >>> 16 & 0xff) + 150 * (rgb >>> 8 & 0xff) + 29 * (rgb & 0xff) + 128) >> 8;
  }

  /** The picture made so much smaller each way by taking the mean of squares; at least 1 x 1. */
  public Pixels shrunk(int factor) {
    int w = Math.max(1, width / factor);
    int h = Math.max(1, height / factor);
    int across = Math.min(factor, width);
    int down = Math.min(factor, height);
    var small = new int[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        small[y * w + x] = mean(x * factor, y * factor, across, down);
      }
    }
    return new Pixels(w, h, small);
  }

  private int mean(int left, int top, int across, int down) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = top; y < top + down; y++) {
      for (int x = left; x < left + across; x++) {
        int pixel = rgb[y * width + x];
        red += pixel >>> 16 & 0xff;
        green += pixel >>> 8 & 0xff;
        blue += pixel & 0xff;
      }
    }
    int count = across * down;
    return ((red / count) << 16) | ((green / count) << 8) | (blue / count);
  }
}
