package org.fieldstation.station.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.fieldstation.drivers.Frame;
import org.junit.jupiter.api.Test;

class LookoutTest {
  private static final double NOWHERE = -1;
  private final Lookout lookout = new Lookout();

  @Test
  void noiseAndTheLightOfPassingCloudsAreNoMovement() {
    for (int second = 0; second < 40; second++) {
      double cloud = 1 + 0.3 * Math.sin(second / 3.0);
      assertThat(lookout.look(Scenes.frame(second, cloud, NOWHERE)).movement().part())
          .as("second %d", second)
          .isLessThan(0.004);
    }
  }

  @Test
  void whatCrossesThePictureIsSeenAndWhere() {
    settle();
    var movement = lookout.look(Scenes.frame(20, 1, 0.5)).movement();
    assertThat(movement.part()).isBetween(0.01, 0.05);
    var where = movement.where().orElseThrow();
    assertThat(where.left()).isBetween(0.4, 0.45);
    assertThat(where.right()).isBetween(0.55, 0.6);
  }

  @Test
  void aLampThatIsSwitchedOnIsLightAndNotAnAnimalAsLargeAsThePicture() {
    settle();
    assertThat(lookout.look(Scenes.frame(20, 2, NOWHERE)).movement().part()).isLessThan(0.004);
    assertThat(lookout.look(Scenes.frame(21, 2, NOWHERE)).movement().part()).isLessThan(0.004);
  }

  @Test
  void whatStaysBecomesBackgroundAfterSomeMinutes() {
    settle();
    int second = 20;
    while (lookout.look(Scenes.frame(second, 1, 0.5)).movement().part() > 0.004 && second < 1_200) {
      second += 10;
    }
    assertThat(second).isBetween(120, 900);
  }

  @Test
  void aNightWithoutALampAndADamagedFrameAreNotJudged() {
    assertThat(lookout.look(Scenes.frame(0, 0.01, NOWHERE)).gate()).isEqualTo("dark");
    var broken = new Frame(1, Scenes.at(1), "image/jpeg", new byte[] {1, 2, 3});
    assertThat(lookout.look(broken).gate()).isEqualTo("damaged");
  }

  private void settle() {
    for (int second = 0; second < 20; second++) {
      lookout.look(Scenes.frame(second, 1, NOWHERE));
    }
  }
}
