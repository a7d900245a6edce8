package org.fieldstation.models.image;

import java.util.List;
import java.util.Optional;

/**
 * The picture a pack's model wants; each component is a key of the manifest's table {@code
 * [picture]}.
 *
 * @param width of the model's input, in pixels
 * @param height of the model's input, in pixels
 * @param mean what is taken from each number from 0 to 255: one for all channels, or three; 0 when
 *     absent
 * @param deviation what the rest is divided by: one, or three; 1 when absent
 */
public record PictureSettings(
    int width,
    int height,
    Colour colour,
    Resize resize,
    Optional<Fit> fit,
    Optional<List<Double>> mean,
    Optional<List<Double>> deviation) {

  /** Larger than any model's input: 8192 x 8192 would be 800 MB of floats. */
  private static final int LARGEST = 2_048;

  /** The order of the channels. */
  public enum Colour {
    RGB,
    BGR,
    /** One channel, the luma of ITU-R BT.601, as Pillow's mode L. */
    GREY;

    int channels() {
      return this == GREY ? 1 : Raster.CHANNELS;
    }
  }

  public PictureSettings {
    between("width", width);
    between("height", height);
    mean.ifPresent(values -> counted("mean", values, colour));
    deviation.ifPresent(values -> counted("deviation", values, colour));
    deviation
        .filter(values -> !values.stream().allMatch(value -> value > 0 && value < 1e9))
        .ifPresent(_ -> {
          throw new IllegalArgumentException("deviation must be above 0");
        });
    mean = mean.map(List::copyOf);
    deviation = deviation.map(List::copyOf);
  }

  private static void between(String key, int value) {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d, was %d".formatted(key, LARGEST, value));
    }
  }

  private static void counted(String key, List<Double> values, Colour colour) {
    if (values.size() != 1 && values.size() != colour.channels()) {
      throw new IllegalArgumentException(
          "%s must be a list of 1 number or of %d".formatted(key, colour.channels()));
    }
    if (!values.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(key + " must be finite");
    }
  }

  /** A front end of its own for one thread. */
  public PictureFrontEnd open() {
    return new PictureFrontEnd(this);
  }
}
