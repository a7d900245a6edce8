package org.fieldstation.models.image;

/** What is done with a picture whose shape is not the model's. */
public enum Fit {
  /** Width and height are changed each by its own factor: nothing is lost, circles become eggs. */
  STRETCH {
    @Override
    Placement place(Picture picture, int width, int height) {
      return Placement.whole(width, height);
    }
  },
  /** The largest part from the middle that has the model's shape: what is at the sides is lost. */
  CENTRE_CROP {
    @Override
    Placement place(Picture picture, int width, int height) {
      double shape = (double) width / height * picture.height() / picture.width();
      double w = Math.min(1, shape);
      double h = Math.min(1, 1 / shape);
      return new Placement(new Region((1 - w) / 2, (1 - h) / 2, w, h), 0, 0, width, height);
    }
  },
  /** All of it, unchanged in shape, between bars of grey: what detectors of the YOLO kind want. */
  LETTERBOX {
    @Override
    Placement place(Picture picture, int width, int height) {
      double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
      int w = Math.clamp(Math.round(picture.width() * scale), 1, width);
      int h = Math.clamp(Math.round(picture.height() * scale), 1, height);
      return new Placement(Region.WHOLE, (width - w) / 2, (height - h) / 2, w, h);
    }
  };

  abstract Placement place(Picture picture, int width, int height);
}
