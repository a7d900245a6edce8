package org.fieldstation.station.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Picture;
import org.fieldstation.models.image.PictureClassifier;
import org.fieldstation.models.image.PictureDetector;
import org.fieldstation.models.image.Region;
import org.junit.jupiter.api.Test;

class BeholderTest {
  private static final Label ANIMAL = label("animal", Group.SPECIES);
  private static final Label PERSON = label("person", Group.HUMAN);
  private static final Label CAR = label("vehicle", Group.VEHICLE);
  private static final Label MUNTJAC = label("muntjac", Group.SPECIES);
  private static final Region HERE = new Region(0.25, 0.25, 0.5, 0.5);
  private static final Burst BURST =
      new Burst(
          "motion",
          Scenes.at(0),
          List.of(
              new Look(Scenes.frame(0, 1, -1), Movement.NONE, "", 100),
              new Look(Scenes.frame(1, 1, 0.5), Movement.NONE, "", 100)));

  @Test
  void withoutAModelNobodyHasLookedForAnything() {
    var found = new Beholder(Sight.none()).judge(BURST);
    assertThat(found.outcome()).isEqualTo(Outcome.UNCLASSIFIED);
    assertThat(found.seen()).isEqualTo(People.NOT_LOOKED_FOR);
  }

  @Test
  void anAnimalIsCutOutAndNamed() {
    var namer = new Namer(0.8f);
    var found = judge(List.of(new Box(ANIMAL, 0.9f, HERE), new Box(ANIMAL, 0.7f, HERE)), namer);
    assertThat(found.outcome()).isEqualTo(Outcome.ANIMAL);
    assertThat(found.named().orElseThrow().label()).isEqualTo(MUNTJAC);
    assertThat(found.count()).isEqualTo(2);
    assertThat(found.seen()).isEqualTo(People.NONE);
    assertThat(namer.width).isBetween(190, 194); // half of 320 and a tenth of that on each side
  }

  @Test
  void anAnimalThatNobodyCanNameIsStillAnAnimal() {
    var found = judge(List.of(new Box(ANIMAL, 0.9f, HERE)), new Namer(0.1f));
    assertThat(found.outcome()).isEqualTo(Outcome.ANIMAL);
    assertThat(found.named().orElseThrow().label()).isEqualTo(ANIMAL);
  }

  @Test
  void whenTheDetectorSeesNothingTheEventIsBlank() {
    var found = judge(List.of(new Box(ANIMAL, 0.3f, HERE)), new Namer(0.9f));
    assertThat(found.outcome()).isEqualTo(Outcome.BLANK);
    assertThat(found.named()).isEmpty();
  }

  @Test
  void aPersonTooFaintToBeToldIsStillAPerson() {
    var found =
        judge(List.of(new Box(CAR, 0.9f, HERE), new Box(PERSON, 0.25f, HERE)), new Namer(0.9f));
    assertThat(found.outcome()).isEqualTo(Outcome.VEHICLE);
    assertThat(found.seen()).isEqualTo(People.SEEN);
    assertThat(found.people()).allSatisfy(frame -> assertThat(frame).hasSize(1));
  }

  @Test
  void aClassifierAloneNamesWhatItCanAndKnowsNothingOfPeople() {
    var alone = new Sight(Optional.empty(), Optional.of(new Namer(0.8f)));
    var found = new Beholder(alone).judge(BURST);
    assertThat(found.outcome()).isEqualTo(Outcome.ANIMAL);
    assertThat(found.seen()).isEqualTo(People.NOT_LOOKED_FOR);
    var unsure = new Sight(Optional.empty(), Optional.of(new Namer(0.1f)));
    assertThat(new Beholder(unsure).judge(BURST).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  private static Sighting judge(List<Box> boxes, Namer namer) {
    return new Beholder(new Sight(Optional.of(new Finder(boxes)), Optional.of(namer))).judge(BURST);
  }

  private static ModelCard card(Label... labels) {
    return new ModelCard("test", "1", "00", "none", ModelCard.Input.NO_SOUND, List.of(labels));
  }

  private static Label label(String id, Group group) {
    return new Label(id, "", id, "", group, OptionalDouble.of(0.5));
  }

  private record Finder(List<Box> boxes) implements PictureDetector {
    @Override
    public ModelCard card() {
      return BeholderTest.card(ANIMAL, PERSON, CAR);
    }

    @Override
    public List<Box> detect(Picture picture) {
      return boxes;
    }

    @Override
    public void close() {}
  }

  private static final class Namer implements PictureClassifier {
    private final float score;
    private int width;

    Namer(float score) {
      this.score = score;
    }

    @Override
    public ModelCard card() {
      return BeholderTest.card(MUNTJAC);
    }

    @Override
    public float[] classify(Picture picture) {
      width = picture.width();
      return new float[] {score};
    }

    @Override
    public void close() {}
  }
}
