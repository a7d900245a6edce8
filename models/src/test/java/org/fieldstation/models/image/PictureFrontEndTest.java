package org.fieldstation.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.fieldstation.models.image.PictureSettings.Colour;
import org.junit.jupiter.api.Test;

class PictureFrontEndTest {
  private static final Picture ORANGE = Picture.plain(4, 2, 0xff8010);

  @Test
  void channelsAreNormalisedEachByItsOwnNumbers() {
    var features =
        features(ORANGE, settings(1, 1, Colour.RGB, Fit.STRETCH, List.of(255.0, 0.0, 16.0)));
    assertThat(features).containsExactly(0, 64, 0);
  }

  @Test
  void blueComesFirstForThoseWhoWantItFirst() {
    assertThat(features(ORANGE, settings(1, 1, Colour.BGR, Fit.STRETCH, List.of(0.0))))
        .containsExactly(8, 64, 127.5f);
  }

  @Test
  void greyIsTheLumaOfTelevision() {
    assertThat(features(ORANGE, settings(1, 1, Colour.GREY, Fit.STRETCH, List.of(0.0))))
        .containsExactly(
            new float[] {(0.299f * 255 + 0.587f * 128 + 0.114f * 16) / 2}, within(1e-4f));
  }

  @Test
  void aLetterboxKeepsTheShapeAndFillsTheRestWithGrey() {
    var features = features(ORANGE, settings(4, 4, Colour.RGB, Fit.LETTERBOX, List.of(0.0)));
    assertThat(features[0]).isEqualTo(57);
    assertThat(features[3 * 4]).isEqualTo(127.5f);
    assertThat(features[3 * 4 * 3]).isEqualTo(57);
  }

  @Test
  void aCropFromTheMiddleLosesTheSides() {
    var split = new Picture(4, 2, new int[] {0, 0xffffff, 0xffffff, 0, 0, 0xffffff, 0xffffff, 0});
    assertThat(features(split, settings(2, 2, Colour.RGB, Fit.CENTRE_CROP, List.of(0.0))))
        .containsOnly(127.5f);
  }

  @Test
  void aPictureOfOnePixelIsAPicture() {
    for (var fit : Fit.values()) {
      var features =
          features(Picture.plain(1, 1, 0x020202), settings(3, 5, Colour.RGB, fit, List.of(0.0)));
      assertThat(features).hasSize(45).contains(1f);
    }
  }

  @Test
  void settingsThatCannotBeMeantAreRefused() {
    assertThatThrownBy(() -> settings(0, 1, Colour.RGB, Fit.STRETCH, List.of(0.0)))
        .hasMessageContaining("width must be from 1 to 2048");
    assertThatThrownBy(() -> settings(1, 1, Colour.RGB, Fit.STRETCH, List.of(0.0, 1.0)))
        .hasMessageContaining("mean must be a list of 1 number or of 3");
  }

  private static float[] features(Picture picture, PictureSettings settings) {
    var frontEnd = settings.open();
    var features = new float[frontEnd.features()];
    frontEnd.transform(picture, features);
    return features;
  }

  private static PictureSettings settings(
      int width, int height, Colour colour, Fit fit, List<Double> mean) {
    return new PictureSettings(
        width,
        height,
        colour,
        Resize.BILINEAR_TF2,
        Optional.of(fit),
        Optional.of(mean),
        Optional.of(List.of(2.0)));
  }
}
