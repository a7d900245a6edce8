package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fieldstation.station.journal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station before the made-up clearing with a detector of warm bodies on a pin. */
class PirCameraTest {

  /** In this minute nobody is in the picture from second 28 on until somebody comes at 35. */
  private static final Instant START = Instant.parse("2026-06-21T10:00:00Z");

  private static final int PIR = 23;

  private final VirtualSite site;

  PirCameraTest(@TempDir Path folder) {
    site = new VirtualSite(folder, START);
    site.pin(PIR).drive(false);
  }

  @Test
  void whatTheDetectorFeelsIsOneEventAndWhatOnlyMovesIsNone() throws Exception {
    try (var _ = site.start(watching("pir", "pin16"))) {
      feel(28, Duration.ofSeconds(3));
      site.until(Duration.ofMinutes(2));
    }

    assertThat(events())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.trigger()).isEqualTo("pir");
          assertThat(it.second()).isBetween(28.0, 29.5);
        });
    assertThat(site.records(Kind.MEDIUM)).hasSize(2 * 3); // each with its blurred copy
  }

  @Test
  void withBothAnEventSaysWhichOfThemBeganIt() throws Exception {
    try (var _ = site.start(watching("both", "pin16"))) {
      feel(28, Duration.ofSeconds(3));
      site.until(Duration.ofMinutes(2));
    }

    assertThat(events()).extracting(Event::trigger).contains("pir", "motion").hasSizeBetween(3, 5);
  }

  @Test
  void theVirtualDetectorFeelsWhoeverCrossesTheClearing() throws Exception {
    try (var _ = site.start(watching("pir", "pin15"))) {
      site.until(Duration.ofMinutes(3));
    }

    assertThat(events()).hasSizeBetween(5, 6).allMatch(it -> it.trigger().equals("pir"));
  }

  private void feel(int second, Duration during) throws InterruptedException {
    site.until(Duration.ofSeconds(second));
    site.pin(PIR).drive(true);
    site.time().sleep(during);
    site.pin(PIR).drive(false);
  }

  private record Event(String trigger, double second) {}

  private List<Event> events() {
    return site.told(Kind.EVENT).stream().map(PirCameraTest::event).toList();
  }

  private static Event event(VirtualSite.Told told) {
    var by = told.body().contains("\"pir\"") ? "pir" : "motion";
    return new Event(by, Duration.between(START, told.utc()).toMillis() / 1e3);
  }

  private static String watching(String trigger, String at) {
    return """
    [board]
    profile = "sim"
    [[board.contact]]
    name = "pir"
    use = "motion"
    at = "%s"
    [camera]
    hardware = "sim"
    device = "world"
    width = 320
    height = 240
    frames-per-second = 1.0
    burst-frames = 3
    quiet-s = 5
    trigger = "%s"
    """
        .formatted(at, trigger);
  }
}
