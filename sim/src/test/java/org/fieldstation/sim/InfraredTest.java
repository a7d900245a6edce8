package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.drivers.picture.Aim;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.journal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A camera at night with an infrared lamp on a PWM output of a virtual board. */
class InfraredTest {
  private static final int PIR = 23;

  private final VirtualSite site;

  InfraredTest(@TempDir Path folder) {
    site = new VirtualSite(folder, Instant.parse("2026-06-21T10:00:00Z"));
    site.pin(PIR).drive(false);
  }

  @Test
  void whatIsFeltInTheDarkIsLitAndOnlyLitPicturesAreKept() throws Exception {
    try (var _ = site.start(lamp("pir", "level = 0.8"))) {
      assertThat(lit(28)).isZero();
      site.pin(PIR).drive(true);
      site.time().sleep(Duration.ofMillis(10));
      assertThat(duty()).isEqualTo(0.8);
      assertThat(lit(3)).isEqualTo(3);
      site.pin(PIR).drive(false);
      assertThat(lit(30)).isBetween(4, 6);
      assertThat(duty()).isZero();
    }

    assertThat(site.records(Kind.EVENT)).singleElement().asString().contains("\"pir\"");
    assertThat(pictures())
        .hasSize(3)
        .allSatisfy(it -> {
          var mean = Aim.of(PictureFile.open(it).decode(1_000_000)).mean();
          assertThat(mean).isGreaterThan(20);
        });
    assertThat(site.effort("camera"))
        .isNotEmpty()
        .doesNotContainKey(Effort.GATED); // the detector was awake all the time
  }

  @Test
  void aCameraThatWaitsForMotionIsLitAllNight() throws Exception {
    try (var _ = site.start(lamp("motion", "lit = \"night\""))) {
      assertThat(lit(58)).isGreaterThan(50);
    }
    assertThat(duty()).isZero();
    assertThat(site.records(Kind.EVENT)).isNotEmpty();
  }

  /** Seconds during which the lamp is lit. */
  private int lit(int seconds) throws InterruptedException {
    int lit = 0;
    for (int i = 0; i < seconds; i++) {
      site.time().sleep(Duration.ofSeconds(1));
      lit += duty() > 0 ? 1 : 0;
    }
    return lit;
  }

  private double duty() {
    return site.hardware().board(site.time()).pwm(0).duty();
  }

  private List<Path> pictures() throws IOException {
    try (var files = Files.list(site.folder().resolve("data/media/restricted"))) {
      return files.toList();
    }
  }

  private static String lamp(String trigger, String lamp) {
    return """
    [board]
    profile = "sim"
    infrared = { at = "pwm-pin12", %s }
    [[board.contact]]
    name = "pir"
    use = "motion"
    at = "pin16"
    [camera]
    hardware = "sim"
    device = "world;night"
    width = 320
    height = 240
    frames-per-second = 1.0
    burst-frames = 3
    quiet-s = 5
    trigger = "%s"
    """
        .formatted(lamp, trigger);
  }
}
