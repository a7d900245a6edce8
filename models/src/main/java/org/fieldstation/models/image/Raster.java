package org.fieldstation.models.image;

/**
 * Pixels as numbers from 0 to 255, three a pixel: red, green, blue.
 *
 * @param values row by row
 */
@SuppressWarnings("ArrayRecordComponent") // rasters are never compared
record Raster(int width, int height, float[] values) {
  static final int CHANNELS = 3;

  static Raster empty(int width, int height) {
    return new Raster(width, height, new float[width * height * CHANNELS]);
  }

  /** One channel of a packed pixel. */
  static int channel(int pixel, int channel) {
    return pixel >>> (16 - 8 * channel) & 0xff;
  }

  /** Where a pixel begins. */
  int at(int x, int y) {
    return (y * width + x) * CHANNELS;
  }
}
