package org.fieldstation.station.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.fieldstation.models.Label;
import org.fieldstation.station.listen.Window;
import org.junit.jupiter.api.Test;

/** A voice must not leave the station because ten birds scored higher. */
class PrivacyTest {
  private static final Label VOICE =
      new Label("human", "", "Human", "人声", Label.Group.HUMAN, OptionalDouble.of(0.84));
  private static final Label TIT = bird("tit", "Parus major", 0.3);
  private static final Label OWL = bird("owl", "Strix aluco", 0.3);

  @Test
  void aVoiceBehindTheBestFewIsHeardAllTheSame() {
    var findings = judge(new Rule.Best(1), Screen.open(), 0.9f, 0.8f, 0.4f);
    assertThat(findings.detections()).extracting(Detection::label).containsExactly(TIT);
    assertThat(findings.human()).contains(new HumanHeard(VOICE, 0.4f, 0.3f));
  }

  @Test
  void noListAndNoThresholdOfTheReportHidesAVoice() {
    var deaf = new Screen(WatchLists.NONE, List.of(new NameLists(Set.of("owl"), Set.of("human"))));
    var findings = judge(new Rule.AtLeast(1), deaf, 0.1f, 0.1f, 0.9f);
    assertThat(findings.detections()).isEmpty();
    assertThat(findings.human()).isPresent();
  }

  @Test
  void aLabelsOwnThresholdCountsWhereItIsLower() {
    var low = new Label("talk", "", "Talk", "", Label.Group.HUMAN, OptionalDouble.of(0.1));
    assertThat(Privacy.ORDINARY.heard(List.of(low), new float[] {0.15f})).isPresent();
    assertThat(Privacy.ORDINARY.heard(List.of(VOICE), new float[] {0.29f})).isEmpty();
  }

  @Test
  void withoutAVoiceNobodyIsHeard() {
    assertThat(judge(new Rule.Thresholds(), Screen.open(), 0.9f, 0.8f, 0.2f).human()).isEmpty();
  }

  private static Findings judge(Rule rule, Screen screen, float... scores) {
    var classifier = new FixedClassifier(FixedClassifier.card(100, 300, TIT, OWL, VOICE), scores);
    var random = new Random(1);
    var samples = new float[300];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.1f * (float) random.nextGaussian();
    }
    return new Judge(classifier, Gates.ORDINARY, rule, screen, Privacy.ORDINARY)
        .judge(new Window(0, 100, samples));
  }
}
