package org.fieldstation.drivers.picture;

/**
 * How a camera was held, as Exif 2.32 numbers it (4.6.5, tag 0x0112): what must be done to the
 * pixels as they are stored so that up is up.
 *
 * @param number 1 to 8
 */
record Orientation(int number) {
  static final Orientation UPRIGHT = new Orientation(1);

  /** The orientation of that number; upright for numbers that Exif does not have. */
  static Orientation of(int number) {
    return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
  }

  /** Whether width and height change places. */
  boolean turned() {
    return number >= 5;
  }

  Pixels apply(Pixels stored) {
    if (number == 1) {
      return stored;
    }
    int width = turned() ? stored.height() : stored.width();
    int height = turned() ? stored.width() : stored.height();
    var upright = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        upright[y * width + x] = stored.rgb()[at(x, y, stored)];
      }
    }
    return new Pixels(width, height, upright);
  }

  /** Where the pixel for a place in the upright picture is stored. */
  private int at(int x, int y, Pixels stored) {
    int right = stored.width() - 1;
    int bottom = stored.height() - 1;
    return switch (number) {
      case 2 -> y * stored.width() + right - x;
      case 3 -> (bottom - y) * stored.width() + right - x;
      case 4 -> (bottom - y) * stored.width() + x;
      case 5 -> x * stored.width() + y;
      case 6 -> (bottom - x) * stored.width() + y;
      case 7 -> (bottom - x) * stored.width() + right - y;
      case 8 -> x * stored.width() + right - y;
      default -> y * stored.width() + x;
    };
  }
}
