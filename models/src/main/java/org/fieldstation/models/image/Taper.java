package org.fieldstation.models.image;

/**
 * Resizing by a weighted mean of all pixels that an output pixel covers, first along rows and then
 * along columns, rounded to whole numbers after each, as Pillow does it: its answer to the last
 * bit.
 */
enum Taper implements Resize.Method {
  TRIANGLE(1) {
    @Override
    double weight(double x) {
      return Math.max(0, 1 - Math.abs(x));
    }
  },
  LANCZOS(3) {
    @Override
    double weight(double x) {
      return Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  };

  /** Pillow's weights are whole numbers of 2 to the minus 22. */
  private static final int BITS = 22;

  private static final int HALF = 1 << (BITS - 1);

  private final double support;

  Taper(double support) {
    this.support = support;
  }

  abstract double weight(double x);

  /**
   * Which pixels make an output pixel, and how much each.
   *
   * @param first of them, for each output pixel
   * @param weights of each output pixel
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weights(int[] first, int[][] weights) {}

  @Override
  public Raster resize(Picture picture, int width, int height) {
    int[] narrow = alongRows(picture, width);
    int[] small = transposed(narrow, width, picture.height());
    var onItsSide = new Picture(/* width= */ picture.height(), /* height= */ width, small);
    int[] turned = alongRows(onItsSide, height);
    var out = Raster.empty(width, height);
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = turned[x * height + y];
        for (int channel = 0; channel < Raster.CHANNELS; channel++) {
          out.values()[at++] = Raster.channel(pixel, channel);
        }
      }
    }
    return out;
  }

  private int[] alongRows(Picture picture, int width) {
    if (width == picture.width()) {
      return picture.pixels(); // Pillow leaves out a direction that keeps its size
    }
    var weights = weights(picture.width(), width);
    var out = new int[width * picture.height()];
    for (int y = 0; y < picture.height(); y++) {
      int row = y * picture.width();
      for (int x = 0; x < width; x++) {
        out[y * width + x] = pixel(picture.pixels(), row + weights.first[x], weights.weights[x]);
      }
    }
    return out;
  }

  private static int pixel(int[] pixels, int from, int[] weights) {
    int red = HALF;
    int green = HALF;
    int blue = HALF;
    for (int i = 0; i < weights.length; i++) {
      int pixel = pixels[from + i];
      red += (pixel >>> 16 & 0xff) * weights[i];
      green += (pixel >>> 8 & 0xff) * weights[i];
      blue += (pixel & 0xff) * weights[i];
    }
    return whole(red) << 16 | whole(green) << 8 | whole(blue);
  }

  private static int whole(int sum) {
    return Math.clamp(sum >> BITS, 0, 255);
  }

  private Weights weights(int in, int out) {
    double scale = in / (double) out;
    double spread = Math.max(scale, 1);
    double reach = support * spread;
    var weights = new Weights(new int[out], new int[out][]);
    for (int n = 0; n < out; n++) {
      double centre = (n + 0.5) * scale;
      int first = Math.max(0, (int) (centre - reach + 0.5));
      int end = Math.min(in, (int) (centre + reach + 0.5));
      weights.first[n] = first;
      weights.weights[n] = shares(first, end, centre, spread);
    }
    return weights;
  }

  private int[] shares(int first, int end, double centre, double spread) {
    var shares = new double[end - first];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weight((first + i - centre + 0.5) / spread);
      sum += shares[i];
    }
    var whole = new int[shares.length];
    for (int i = 0; i < shares.length; i++) {
      double share = (sum == 0 ? shares[i] : shares[i] / sum) * (1 << BITS);
      whole[i] = (int) (share < 0 ? share - 0.5 : share + 0.5);
    }
    return whole;
  }

  private static int[] transposed(int[] pixels, int width, int height) {
    var turned = new int[pixels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = pixels[y * width + x];
      }
    }
    return turned;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
