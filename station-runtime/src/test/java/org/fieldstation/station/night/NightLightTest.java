package org.fieldstation.station.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.look.Look;
import org.fieldstation.station.look.Movement;
import org.fieldstation.station.settings.InfraredSettings.Lit;
import org.junit.jupiter.api.Test;

/** One look a second at a place that is as bright as the sky, or as the lamp when it is lit. */
class NightLightTest {
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T18:00:00Z"));
  private final InfraredLamp lamp = new InfraredLamp(time);
  private double sky = 1;
  private boolean feeling;

  @Test
  void itIsLitWhenSomethingIsFeltInTheDarkAndGoesOutWhenAllIsQuiet() throws Exception {
    var light = light(Lit.EVENT);
    assertThat(lit(light, 60)).isZero();

    light.stir();
    assertThat(lamp.wanted()).isTrue(); // at once, not with the next look
    feeling = true;
    assertThat(lit(light, 30)).isEqualTo(30);
    feeling = false;
    assertThat(lit(light, 60)).isBetween(9, 10);
  }

  @Test
  void byDayItIsNeverLit() throws Exception {
    sky = 90;
    var light = light(Lit.EVENT);
    lit(light, 5);
    light.stir();
    feeling = true;
    assertThat(lit(light, 30)).isZero();

    assertThat(lit(light(Lit.NIGHT), 30)).isZero();
  }

  @Test
  void allNightItIsLitAndSeesTheDayComeThoughItsOwnLightIsBright() throws Exception {
    var light = light(Lit.NIGHT);
    int lit = lit(light, 3_600);
    assertThat(lit).isBetween(3_500, 3_595);

    sky = 90;
    lit(light, 15 * 60);
    assertThat(lit(light, 3_600)).isZero();
  }

  @Test
  void inTheDuskItDoesNotFlicker() throws Exception {
    var light = light(Lit.NIGHT);
    lit(light, 10);
    sky = 18; // brighter than where night begins, darker than where it ends
    assertThat(lit(light, 3_600)).isGreaterThan(3_500);
  }

  @Test
  void aCameraThatIsGoneNeedsNoLight() throws Exception {
    var light = light(Lit.NIGHT);
    lit(light, 10);
    assertThat(lamp.wanted()).isTrue();
    light.out();
    assertThat(lamp.wanted()).isFalse();
  }

  private NightLight light(Lit when) {
    return new NightLight(when, QUIET, () -> feeling, time, lamp);
  }

  /** Looks after which it is lit. */
  private int lit(NightLight light, int seconds) throws InterruptedException {
    int lit = 0;
    for (int i = 0; i < seconds; i++) {
      time.sleep(Duration.ofSeconds(1));
      var frame = new Frame(i, time.now(), "image/jpeg", new byte[0]);
      light.see(new Look(frame, Movement.NONE, "", lamp.wanted() ? 120 : sky));
      lit += lamp.wanted() ? 1 : 0;
    }
    return lit;
  }
}
