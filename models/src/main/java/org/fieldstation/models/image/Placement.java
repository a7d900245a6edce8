package org.fieldstation.models.image;

/**
 * Which part of a picture a model was shown, and where in its input that part lies.
 *
 * @param from the part of the picture
 * @param x where it begins in the input, in pixels
 * @param y the same from above
 * @param width of it in the input, in pixels
 * @param height of it in the input, in pixels
 */
record Placement(Region from, int x, int y, int width, int height) {

  static Placement whole(int width, int height) {
    return new Placement(Region.WHOLE, 0, 0, width, height);
  }

  /** A region of the input, in pixels, as the region of the picture that it shows. */
  Region inPicture(double left, double top, double wide, double high) {
    return new Region(
            from.left() + (left - x) / width * from.width(),
            from.top() + (top - y) / height * from.height(),
            wide / width * from.width(),
            high / height * from.height())
        .within();
  }
}
