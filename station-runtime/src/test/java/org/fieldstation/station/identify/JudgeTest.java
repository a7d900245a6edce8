package org.fieldstation.station.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fieldstation.station.identify.FixedClassifier.background;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fieldstation.station.listen.Window;
import org.junit.jupiter.api.Test;

/** A model always answers, so somebody else has to know when not to ask and when not to tell. */
class JudgeTest {
  private final FixedClassifier classifier =
      new FixedClassifier(
          FixedClassifier.card(
              100,
              300,
              background(),
              bird("tit", "Parus major", 0.3),
              bird("crow", "Corvus corone", 0.7),
              bird("owl", "Strix aluco", 0.7)),
          0.99f,
          0.4f,
          0.6999f,
          0.7f);

  @Test
  void digitalSilenceIsNeverASpecies() {
    assertGate(constant(0), "silent");
  }

  @Test
  void aConstantIsSilenceToo() {
    assertGate(constant(0.3f), "silent");
    assertGate(constant(1), "silent");
  }

  @Test
  void lessThanAnyMicrophoneGivesIsSilence() {
    assertGate(noise(5e-5, 0.02), "silent");
    assertThat(judge(new Rule.Thresholds(), noise(5e-4, 0.02)).gate()).isEmpty();
  }

  @Test
  void soundCutOffAtFullScaleIsNotJudged() {
    var clipped = noise(3, 0);
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.clamp(clipped[i], -1, 1);
    }
    assertGate(clipped, "clipped");
  }

  @Test
  void oneSampleThatIsNoNumberSpoilsTheWindow() {
    var samples = noise(0.1, 0);
    samples[17] = Float.NaN;
    assertGate(samples, "damaged");
    samples[17] = Float.NEGATIVE_INFINITY;
    assertGate(samples, "damaged");
  }

  @Test
  void aLabelIsToldFromItsOwnThresholdOnAndBackgroundNever() {
    var findings = judge(new Rule.Thresholds(), noise(0.1, 0));
    assertThat(findings.detections())
        .extracting(d -> d.label().id(), Detection::score, Detection::threshold)
        .containsExactly(tuple("owl", 0.7f, 0.7f), tuple("tit", 0.4f, 0.3f));
    assertThat(findings.detections().getFirst().startSeconds()).isEqualTo(6);
    assertThat(findings.detections().getFirst().lengthSeconds()).isEqualTo(3);
  }

  @Test
  void oneThresholdMayStandForAllButBackgroundIsStillNotTold() {
    assertThat(ids(new Rule.AtLeast(0.5))).containsExactly("owl", "crow");
    assertThat(ids(new Rule.AtLeast(0))).containsExactly("owl", "crow", "tit");
  }

  @Test
  void whoLooksAtAModelSeesItsBestScoresWhateverTheyAre() {
    assertThat(ids(new Rule.Best(2))).containsExactly("background", "owl");
  }

  private List<String> ids(Rule rule) {
    return judge(rule, noise(0.1, 0)).detections().stream().map(d -> d.label().id()).toList();
  }

  private void assertGate(float[] samples, String gate) {
    var findings = judge(new Rule.Best(4), samples);
    assertThat(findings.gate()).isEqualTo(gate);
    assertThat(findings.detections()).isEmpty();
    assertThat(classifier.heard()).as("windows the model was asked about").isZero();
  }

  private Findings judge(Rule rule, float[] samples) {
    return new Judge(classifier, Gates.ORDINARY, rule).judge(new Window(600, 100, samples));
  }

  private static float[] constant(float value) {
    var samples = new float[300];
    Arrays.fill(samples, value);
    return samples;
  }

  private static float[] noise(double amplitude, double offset) {
    var random = new Random(1);
    var samples = new float[300];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (offset + amplitude * random.nextGaussian());
    }
    return samples;
  }
}
