package org.fieldstation.models.image;

/**
 * A rectangle in a picture, in parts of its width and height: 0, 0 is the top left corner, 1, 1 the
 * bottom right.
 */
public record Region(double left, double top, double width, double height) {
  /** All of it. */
  public static final Region WHOLE = new Region(0, 0, 1, 1);

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  /** The part of it that lies in the picture; nothing when it does not. */
  Region within() {
    double x = Math.clamp(left, 0, 1);
    double y = Math.clamp(top, 0, 1);
    return new Region(x, y, Math.clamp(right(), x, 1) - x, Math.clamp(bottom(), y, 1) - y);
  }

  double area() {
    return width * height;
  }

  /**
   * The region with so much more around it, in parts of its own size, as far as the picture goes.
   */
  public Region widened(double margin) {
    return new Region(
            left - margin * width,
            top - margin * height,
            width * (1 + 2 * margin),
            height * (1 + 2 * margin))
        .within();
  }

  /** What both cover, divided by what either covers: 0 to 1. */
  double overlap(Region other) {
    double shared =
        Math.max(0, Math.min(right(), other.right()) - Math.max(left, other.left))
            * Math.max(0, Math.min(bottom(), other.bottom()) - Math.max(top, other.top));
    double covered = area() + other.area() - shared;
    return covered > 0 ? shared / covered : 0;
  }
}
