package org.fieldstation.station.look;

import java.util.List;
import org.fieldstation.drivers.picture.Pixels;
import org.fieldstation.models.image.Region;

/** Makes people in a picture unrecognisable: nothing finer than a tenth of them is left. */
public final class Blur {
  private static final int SQUARES = 10;

  private Blur() {}

  /** The picture with these regions turned into squares of one colour each. */
  public static Pixels hide(Pixels picture, List<Region> regions) {
    var pixels = picture.rgb().clone();
    for (var region : regions) {
      int left = (int) (region.left() * picture.width());
      int top = (int) (region.top() * picture.height());
      int right = Math.min(picture.width(), (int) Math.ceil(region.right() * picture.width()));
      int bottom = Math.min(picture.height(), (int) Math.ceil(region.bottom() * picture.height()));
      int side = Math.max(4, Math.max(right - left, bottom - top) / SQUARES);
      for (int y = top; y < bottom; y += side) {
        for (int x = left; x < right; x += side) {
          square(picture, pixels, x, y, Math.min(right, x + side), Math.min(bottom, y + side));
        }
      }
    }
    return new Pixels(picture.width(), picture.height(), pixels);
  }

  private static void square(
      Pixels picture, int[] pixels, int left, int top, int right, int bottom) {
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = picture.rgb()[y * picture.width() + x];
        red += pixel >>> 16 & 0xff;
        green += pixel >>> 8 & 0xff;
        blue += pixel & 0xff;
      }
    }
    long count = (long) (right - left) * (bottom - top);
    int mean = (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        pixels[y * picture.width() + x] = mean;
      }
    }
  }
}
