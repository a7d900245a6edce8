package org.fieldstation.sim.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server learns of a detection beside its score, and of those that were not told. */
class VerdictsTest {
  private static final String RAIN_GAUGE =
      """
      [[sensor]]
      name = "rain"
      hardware = "quiet"
      chip = "gauge"
      at = "roof"
      """;

  @TempDir private Path folder;

  @Test
  void aWatchedSoundIsAnAlertOnceInAWhileAndCarriesItsVerdictsAndTheWeather() throws Exception {
    var never = "[identify.steady]\nshare = 1.0\n";
    var dogs = new Scripted("sounds", "1").naming("dog", "Dog").answering(0.9f);
    live(RAIN_GAUGE + never, dogs, 1.0, 24);
    var heard = Said.read(folder).detections();
    assertThat(heard).filteredOn(line -> line.startsWith("URGENT DETECTION")).hasSize(3);
    assertThat(heard)
        .filteredOn(line -> line.contains("DETECTION"))
        .hasSizeGreaterThan(400)
        .allMatch(line -> line.contains("\"watched threats dog\""))
        .last()
        .asString()
        .contains("[\"rain-rate\",1");
  }

  @Test
  void inHeavyRainOnlyWatchedSoundsAreToldAndTheTimeCountsAsGated() throws Exception {
    live(RAIN_GAUGE, new Scripted("sounds", "1").naming("tit", "Tit").answering(0.9f), 6.0, 30);
    var journal = Said.read(folder);
    assertThat(journal.detections())
        .filteredOn(line -> line.contains("DETECTION"))
        .as("the first minute, whose mean of the rain is not there yet")
        .hasSizeLessThan(21);
    assertThat(journal.detections())
        .as("a sample of the reasons, with how many it stands for")
        .filteredOn(line -> line.contains("\"drowned rain\""))
        .hasSizeBetween(3, 4)
        .last()
        .asString()
        .endsWith(",200]");
    assertThat(journal.reasons("microphone")).contains("rain");
    assertThat(journal.totals("microphone").get(Effort.GATED))
        .isGreaterThan(Duration.ofMinutes(28));
  }

  @Test
  void aSoundThatGoesOnAllTheTimeIsToldAtFirstAndThenIsNoise() throws Exception {
    live("", new Scripted("sounds", "1").naming("tit", "Tit").answering(0.9f), 0, 60);
    var heard = Said.read(folder).detections();
    assertThat(heard).filteredOn(line -> line.contains("DETECTION")).hasSizeBetween(150, 220);
    assertThat(heard.getFirst()).contains("REJECTION").contains("\"unconfirmed 1/2\"");
    assertThat(heard)
        .filteredOn(line -> line.contains("REJECTION") && line.contains("\"steady 100/50\""))
        .hasSizeBetween(4, 6);
  }

  @Test
  void anEmbeddingIsKeptOfTheFirstOfEachLabelInTenMinutes() throws Exception {
    live(
        "",
        new Scripted("sounds", "1")
            .naming("dog", "Dog")
            .answering(0.9f)
            .embedding(1f, -0.5f, 0.25f),
        0,
        24);
    assertThat(Said.read(folder).detections())
        .filteredOn(line -> line.startsWith("MEDIA EMBEDDING"))
        .hasSize(3);
  }

  @Test
  void aSettingThatCannotHaveAnEffectIsARecordAndAListThatCannotBeReadIsAFault() throws Exception {
    Files.writeString(folder.resolve("species.tsv"), "not a list");
    live(
        """
        [identify]
        exclude = ["nightingale"]
        [identify.range]
        species-list = "species.tsv"
        """,
        new Scripted("sounds", "1"),
        0,
        1);
    var journal = Said.read(folder);
    assertThat(journal.models())
        .filteredOn(event -> event.what().equals("no-effect"))
        .extracting(Said.Event::detail)
        .containsExactly("the exclude list has names that no model here gives: nightingale");
    assertThat(journal.faults())
        .singleElement()
        .asString()
        .contains("list-unreadable")
        .contains("species.tsv");
  }

  private void live(String settings, Scripted model, double rain, int minutes) throws Exception {
    try (var mast = new Mast(folder, settings)) {
      mast.rain(rain);
      mast.start(_ -> Model.of(model));
      mast.live(Duration.ofMinutes(minutes));
    }
  }
}
