package org.fieldstation.models.image;

import java.util.Arrays;

/**
 * An upright picture in sRGB.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels row by row from the top left, each {@code 0xRRGGBB}; higher bits are not looked at
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are never compared
public record Picture(int width, int height, int[] pixels) {
  public Picture {
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          "%d pixels for a picture of %d x %d".formatted(pixels.length, width, height));
    }
  }

  /** The picture of what lies within a region; a region that misses it gives its nearest pixels. */
  public Picture crop(Region region) {
    int left = Math.clamp((int) Math.floor(region.left() * width), 0, width - 1);
    int top = Math.clamp((int) Math.floor(region.top() * height), 0, height - 1);
    int right = Math.clamp((int) Math.ceil(region.right() * width), left + 1, width);
    int bottom = Math.clamp((int) Math.ceil(region.bottom() * height), top + 1, height);
    var cut = new int[(right - left) * (bottom - top)];
    for (int y = top; y < bottom; y++) {
      System.arraycopy(pixels, y * width + left, cut, (y - top) * (right - left), right - left);
    }
    return new Picture(right - left, bottom - top, cut);
  }

  /** One colour everywhere. */
  static Picture plain(int width, int height, int rgb) {
    var pixels = new int[width * height];
    Arrays.fill(pixels, rgb);
    return new Picture(width, height, pixels);
  }
}
