package org.fieldstation.models.image;

/**
 * Bilinear interpolation between four pixels, as TensorFlow does it in floats.
 *
 * <p>After {@code tensorflow/core/kernels/image/resize_bilinear_op.cc}: where an output pixel lies
 * in the input decides everything, and there are two opinions about it.
 */
enum Grid implements Resize.Method {
  /** Output pixel n lies at n × scale. */
  CORNERS {
    @Override
    float place(int n, float scale) {
      return n * scale;
    }
  },
  /** Output pixel n, whose centre is n + ½, lies at (n + ½) × scale − ½. */
  CENTRES {
    @Override
    float place(int n, float scale) {
      return (n + 0.5f) * scale - 0.5f;
    }
  };

  abstract float place(int n, float scale);

  /** Between which two pixels an output pixel lies, and how near the second. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Between(int[] lower, int[] upper, float[] part) {}

  @Override
  public Raster resize(Picture picture, int width, int height) {
    var columns = between(picture.width(), width);
    var rows = between(picture.height(), height);
    var out = Raster.empty(width, height);
    var pixels = picture.pixels();
    int at = 0;
    for (int y = 0; y < height; y++) {
      int above = rows.lower[y] * picture.width();
      int below = rows.upper[y] * picture.width();
      for (int x = 0; x < width; x++) {
        int left = columns.lower[x];
        int right = columns.upper[x];
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
          float upper = mix(pixels[above + left], pixels[above + right], channel, columns.part[x]);
          float lower = mix(pixels[below + left], pixels[below + right], channel, columns.part[x]);
          out.values()[at++] = upper + (lower - upper) * rows.part[y];
        }
      }
    }
    return out;
  }

  private Between between(int in, int out) {
    var between = new Between(new int[out], new int[out], new float[out]);
    float scale = in / (float) out;
    for (int n = 0; n < out; n++) {
      float place = place(n, scale);
      int floor = (int) Math.floor(place);
      between.lower[n] = Math.clamp(floor, 0, in - 1);
      between.upper[n] = Math.clamp(floor + 1, 0, in - 1);
      between.part[n] = place - floor;
    }
    return between;
  }

  private static float mix(int first, int second, int channel, float part) {
    float a = Raster.channel(first, channel);
    return a + (Raster.channel(second, channel) - a) * part;
  }
}
