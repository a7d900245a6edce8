package org.fieldstation.models.image;

import java.util.Locale;

/**
 * Pictures made by calculation: the same pixels on every machine, without anybody's copyright. They
 * need not be beautiful, only different from each other in what a model looks at.
 */
public enum Drawing {
  /** Grey noise, each pixel for itself. */
  GRAIN {
    @Override
    int at(double x, double y, int noise) {
      int grey = noise & 0xff;
      return grey << 16 | grey << 8 | grey;
    }
  },
  /** Black and white squares, eight by eight. */
  CHEQUERS {
    @Override
    int at(double x, double y, int noise) {
      return ((int) (x * 8) + (int) (y * 8)) % 2 == 0 ? 0xffffff : 0;
    }
  },
  /** Blue above, green below, as a meadow without anything on it. */
  MEADOW {
    @Override
    int at(double x, double y, int noise) {
      int shade = (int) (40 * y) + (noise & 0xf);
      return y < 0.4 ? 0x6090d0 + shade * 0x10101 : 0x305818 + (shade >> 1) * 0x10101;
    }
  },
  /** A dark body with a round head on it before the meadow. */
  BEAST {
    @Override
    int at(double x, double y, int noise) {
      boolean body = square((x - 0.5) / 0.25) + square((y - 0.6) / 0.15) < 1;
      boolean head = square((x - 0.72) / 0.08) + square((y - 0.45) / 0.1) < 1;
      return body || head ? 0x402810 + (noise & 0x1f) * 0x10101 : MEADOW.at(x, y, noise);
    }
  },
  /** Bright orange with black bars, as a butterfly's wing or a tiger. */
  STRIPES {
    @Override
    int at(double x, double y, int noise) {
      return (int) (12 * x + 3 * y) % 3 == 0 ? 0x101010 : 0xf08020 + (noise & 0xf) * 0x10101;
    }
  };

  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;

  /** One pixel at a place from 0 to 1 each way. */
  abstract int at(double x, double y, int noise);

  /** The picture: 320 x 240, so that a model's resizing is tried too. */
  public Picture draw() {
    var pixels = new int[WIDTH * HEIGHT];
    int state = 0x2545_f491; // Marsaglia's xorshift with 32 bits
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      int row = i / WIDTH;
      pixels[i] = at(i % WIDTH / (double) WIDTH, row / (double) HEIGHT, state >>> 8);
    }
    return new Picture(WIDTH, HEIGHT, pixels);
  }

  /** The drawing's name as manifests write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double square(double x) {
    return x * x;
  }
}
