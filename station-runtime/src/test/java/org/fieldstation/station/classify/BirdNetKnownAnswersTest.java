package org.fieldstation.station.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.station.identify.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five clips whose answers by this model are known, wrong ones among them. */
class BirdNetKnownAnswersTest {
  @TempDir Path cache;

  @Test
  void aGreatTitIsAGreatTit() throws InterruptedException {
    assertThat(best("0353_Great_Tit").label().scientificName()).isEqualTo("Parus major");
  }

  @Test
  void backgroundIsNoBird() throws InterruptedException {
    assertThat(best("0001_Background").score()).isLessThan(0.02f);
  }

  @Test
  void whatIsToldOfBirdsItKnowsIsNotWrong() throws InterruptedException {
    for (var clip : List.of("0353_Great_Tit", "0405_Mallard", "0456_Song_Thrush")) {
      var row = best(clip);
      assertThat(row.score() < 0.3 || clip.endsWith(row.commonName().replace(' ', '_')))
          .as("%s heard as %s, %.2f", clip, row.commonName(), row.score())
          .isTrue();
    }
  }

  /** It is not among the hundred, so every name is a wrong one. */
  @Test
  void aTawnyOwlIsNotTold() throws InterruptedException {
    var row = best("0504_Tawny_Owl");
    assertThat((double) row.score()).isLessThan(row.label().threshold().orElseThrow());
  }

  private Row best(String clip) throws InterruptedException {
    var file = Shared.path("data/audio/biodcase2026/BioDCASE26_TEST_" + clip + ".wav");
    var settings = Settings.ORDINARY.withRule(new Rule.Best(1));
    var found = new ArrayList<FileFindings>();
    new ClassifyFiles(
            Classifiers.of(Shared.birdnet(cache)), settings, Meter.idle(), Progress.UNSEEN)
        .run(List.of(file), found::add);
    return found.getFirst().rows().getFirst();
  }
}
