package org.fieldstation.models.image;

/**
 * How a picture is brought to a model's size. Each of these is what some library does under the
 * name "bilinear" or by default; a model scores best with the one its authors used, and all of them
 * differ from each other in the second digit of a score.
 */
public enum Resize {
  /**
   * Four neighbours, the corner pixel at the corner: TensorFlow 1's {@code resize_bilinear} without
   * {@code align_corners}, TensorFlow Lite's {@code RESIZE_BILINEAR} without {@code
   * half_pixel_centers}, and so libcoral's own tests. Leaves out pixels when it shrinks.
   */
  BILINEAR_TF1,
  /** The same, pixels standing for their centres: TensorFlow 2's {@code tf.image.resize}. */
  BILINEAR_TF2,
  /** Pillow's {@code BILINEAR}: a triangle as wide as the shrinking asks for, in whole numbers. */
  BILINEAR_PILLOW,
  /** Pillow's {@code LANCZOS}, once called {@code ANTIALIAS}: the examples of pycoral. */
  LANCZOS_PILLOW;

  /** A way to do it. */
  interface Method {
    Raster resize(Picture picture, int width, int height);
  }

  Raster apply(Picture picture, int width, int height) {
    Method method =
        switch (this) {
          case BILINEAR_TF1 -> Grid.CORNERS;
          case BILINEAR_TF2 -> Grid.CENTRES;
          case BILINEAR_PILLOW -> Taper.TRIANGLE;
          case LANCZOS_PILLOW -> Taper.LANCZOS;
        };
    return method.resize(picture, width, height);
  }
}
