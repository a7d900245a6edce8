package org.fieldstation.models.image;

import java.util.List;
import java.util.Optional;

/** Makes of a picture the numbers a model wants: part, size, order of channels, normalisation. */
public final class PictureFrontEnd {
  /** What detectors of the YOLO kind were trained with around a picture. */
  private static final int BARS = 114;

  private final PictureSettings settings;
  private final int channels;
  private final float[] mean;
  private final float[] deviation;

  PictureFrontEnd(PictureSettings settings) {
    this.settings = settings;
    channels = settings.colour().channels();
    mean = spread(settings.mean(), 0);
    deviation = spread(settings.deviation(), 1);
  }

  private float[] spread(Optional<List<Double>> values, double otherwise) {
    var spread = new float[channels];
    var given = values.orElse(List.of(otherwise));
    for (int i = 0; i < channels; i++) {
      spread[i] = given.get(i % given.size()).floatValue();
    }
    return spread;
  }

  /** How many numbers it gives. */
  public int features() {
    return settings.width() * settings.height() * channels;
  }

  /** Where a picture of this shape lies in the model's input. */
  Placement place(Picture picture) {
    var fit = settings.fit().orElse(Fit.STRETCH);
    return fit.place(picture, settings.width(), settings.height());
  }

  /**
   * Writes a picture's numbers, row by row, channels innermost.
   *
   * @param features room for {@link #features()} numbers
   */
  public void transform(Picture picture, float[] features) {
    var place = place(picture);
    var shown = place.from().equals(Region.WHOLE) ? picture : picture.crop(place.from());
    var sized = settings.resize().apply(shown, place.width(), place.height());
    int at = 0;
    for (int y = 0; y < settings.height(); y++) {
      for (int x = 0; x < settings.width(); x++) {
        boolean bar =
            x < place.x()
                || x >= place.x() + place.width()
                || y < place.y()
                || y >= place.y() + place.height();
        int pixel = bar ? -1 : sized.at(x - place.x(), y - place.y());
        for (int channel = 0; channel < channels; channel++, at++) {
          float value = bar ? BARS : value(sized.values(), pixel, channel);
          features[at] = (value - mean[channel]) / deviation[channel];
        }
      }
    }
  }

  private float value(float[] values, int pixel, int channel) {
    return switch (settings.colour()) {
      case RGB -> values[pixel + channel];
      case BGR -> values[pixel + Raster.CHANNELS - 1 - channel];
      case GREY -> 0.299f * values[pixel] + 0.587f * values[pixel + 1] + 0.114f * values[pixel + 2];
    };
  }
}
