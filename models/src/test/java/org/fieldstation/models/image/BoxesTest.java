package org.fieldstation.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.image.BoxSettings.Layout;
import org.fieldstation.models.image.PictureSettings.Colour;
import org.junit.jupiter.api.Test;

class BoxesTest {
  private static final List<Label> LABELS =
      List.of(label("animal", Group.SPECIES), label("person", Group.HUMAN));
  private static final Picture WIDE = Picture.plain(200, 100, 0);

  @Test
  void anSsdsBoxesAreTurnedRoundAndItsEmptyRowsLeftOut() {
    var boxes =
        boxes(Layout.SSD, Fit.STRETCH)
            .of(
                WIDE,
                new float[] {0.1f, 0.2f, 0.5f, 0.6f, 0, 0, 1, 1, Float.NaN, 0, 1, 1},
                new float[] {1, 0, 0},
                new float[] {0.9f, 0.1f, Float.NaN}, // as the memory was
                new float[] {2});
    assertThat(boxes)
        .singleElement()
        .satisfies(box -> {
          assertThat(box.label().id()).isEqualTo("person");
          assertThat(box.region().left()).isCloseTo(0.2, within(1e-6));
          assertThat(box.region().top()).isCloseTo(0.1, within(1e-6));
          assertThat(box.region().width()).isCloseTo(0.4, within(1e-6));
          assertThat(box.region().height()).isCloseTo(0.4, within(1e-6));
        });
  }

  @Test
  void aYolosRowsAreThinnedOutAndTakenOutOfTheirLetterbox() {
    // A picture twice as wide as high lies between 0.25 and 0.75 of a square input.
    var boxes =
        boxes(Layout.YOLO, Fit.LETTERBOX)
            .of(
                WIDE,
                new float[] {
                  0.5f, 0.5f, 1, 0.5f, 0.9f, 0.9f, 0.1f, // all of it, an animal
                  0.5f, 0.5f, 0.98f, 0.5f, 0.8f, 0.9f, 0.1f, // the same again, weaker
                  0.5f, 0.5f, 1, 0.5f, 0.9f, 0.1f, 0.8f, // and a person in the same place
                  0.5f, 0.5f, 1, 0.5f, 0.2f, 0.9f, 0.1f // too weak
                });
    assertThat(boxes).extracting(box -> box.label().id()).containsExactly("animal", "person");
    assertThat(boxes.getFirst().region()).isEqualTo(Region.WHOLE);
    assertThat(boxes.getFirst().score()).isCloseTo(0.81f, within(1e-6f));
  }

  @Test
  void whatIsNoNumberIsAFaultAndWhatIsAbsurdStaysInThePicture() {
    var yolo = boxes(Layout.YOLO, Fit.STRETCH);
    assertThatThrownBy(() ->
            boxes(Layout.SSD, Fit.STRETCH)
                .of(WIDE, new float[4], new float[1], new float[] {Float.NaN}, new float[] {1}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> yolo.of(WIDE, new float[] {0, 0, 0, 0, Float.NaN, 0, 0}))
        .hasMessageContaining("NaN");
    long seed = 20261127;
    var random = new Random(seed);
    var answer = new float[7 * 2_000];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = (float) (random.nextGaussian() * (i % 7 < 4 ? 1e6 : 1));
    }
    assertThat(yolo.of(WIDE, answer))
        .as("seed %d", seed)
        .allSatisfy(box -> {
          assertThat(box.score()).isBetween(0f, 1f);
          assertThat(box.region().left()).isBetween(0.0, 1.0);
          assertThat(box.region().right()).isBetween(0.0, 1.0);
          assertThat(box.region().bottom()).isBetween(0.0, 1.0);
        });
  }

  @Test
  void outputsThatCannotBeBoxesAreSaidToBeNone() {
    assertThat(boxes(Layout.SSD, Fit.STRETCH).misfit(List.of(40, 10, 10, 1))).isEmpty();
    assertThat(boxes(Layout.SSD, Fit.STRETCH).misfit(List.of(40))).contains("1 outputs");
    assertThat(boxes(Layout.YOLO, Fit.STRETCH).misfit(List.of(71))).contains("no rows of 7");
  }

  private static Boxes boxes(Layout layout, Fit fit) {
    var picture =
        new PictureSettings(
            64,
            64,
            Colour.RGB,
            Resize.BILINEAR_TF2,
            Optional.of(fit),
            Optional.empty(),
            Optional.empty());
    return new Boxes(
        picture, new BoxSettings(layout, 0.3, Optional.empty(), Optional.empty()), LABELS);
  }

  private static Label label(String id, Group group) {
    return new Label(id, "", id, "", group, OptionalDouble.of(0.5));
  }
}
