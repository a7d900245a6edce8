package org.fieldstation.station.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fieldstation.models.Label;
import org.fieldstation.station.listen.Window;
import org.junit.jupiter.api.Test;

/** What is judged by more than one score: by other models, by the weather, by where and when. */
class CompanyTest {
  private static final Label TIT = bird("tit", "Parus major", 0.5);
  private static final Label GREAT_TIT = bird("Parus major_Great Tit", "Parus major minor", 0.5);
  private static final Label OWL = bird("owl", "Strix aluco", 0.5);
  private static final Label RAIN =
      new Label("rain", "", "Rain", "雨声", Label.Group.SOUND_SOURCE, OptionalDouble.of(0.5));

  private final Board board = new Board();

  @Test
  void oneModelsBirdIsToldWhenTheOtherHearsTheSameSpeciesWhateverItCallsIt() {
    joined();
    var first = consensus("a", Consensus.Quorum.ALL);
    var second = consensus("b", Consensus.Quorum.ALL);

    assertThat(asked(first, TIT, 0)).contains(new Verdict.Alone(1, 2));
    assertThat(asked(second, GREAT_TIT, 1)).contains(new Verdict.Agreed(2, 2));
    assertThat(asked(first, TIT, 50)).as("long after").contains(new Verdict.Alone(1, 2));
  }

  @Test
  void aModelThatHasNoWordForItOrRestsIsNotWaitedFor() {
    joined();
    var first = consensus("a", Consensus.Quorum.ALL);
    assertThat(asked(first, OWL, 0)).as("only one knows owls").isEmpty();
    board.rests("b", true);
    assertThat(asked(first, TIT, 10)).isEmpty();
    board.rests("b", false);
    assertThat(asked(first, TIT, 20)).contains(new Verdict.Alone(1, 2));
  }

  @Test
  void anyOfThemIsEnoughWhenNobodyAsksForMore() {
    joined();
    assertThat(asked(consensus("a", Consensus.Quorum.of("any")), TIT, 0)).isEmpty();
    assertThat(Consensus.Quorum.of("2")).isEqualTo(new Consensus.Quorum(2));
    assertThatThrownBy(() -> Consensus.Quorum.of("most")).hasMessageContaining("\"most\"");
  }

  @Test
  void heavyRainDrownsBirdsAndNotWhatIsWatched() {
    var drowned = drowned(OptionalDouble.of(4), OptionalDouble.empty(), Set.of());
    var verdict = drowned.verdict(heard(TIT, 0), false);
    assertThat(verdict)
        .get()
        .returns(false, Verdict::keeps)
        .returns("drowned rain", Verdict::brief);
    assertThat(verdict.orElseThrow().words()).isEqualTo("drowned by rain, 4.0 mm/h");
    assertThat(drowned.verdict(heard(TIT, 0), true)).isEmpty();
    assertThat(drowned.now()).isPresent();
    var calm = drowned(OptionalDouble.of(2), OptionalDouble.of(3), Set.of());
    assertThat(calm.verdict(heard(TIT, 0), false)).isEmpty();
    assertThat(drowned(OptionalDouble.empty(), OptionalDouble.of(9), Set.of()).now())
        .map(Verdict.Drowned::by)
        .contains("wind");
  }

  @Test
  void whereNoSensorMeasuresRainAModelThatHearsItWillDo() {
    board.joins("sounds", List.of(RAIN));
    board.put("sounds", window(0), List.of(heard(RAIN, 0)));
    var drowned = drowned(OptionalDouble.empty(), OptionalDouble.empty(), Set.of("雨声"));
    assertThat(drowned.verdict(heard(TIT, 1), false)).get().returns(false, Verdict::keeps);
    assertThat(drowned.verdict(heard(RAIN, 1), false)).as("rain itself").isEmpty();
    assertThat(drowned.verdict(heard(TIT, 5), false)).as("after it").isEmpty();
  }

  @Test
  void aModelOfRangesDoubtsWhatItDoesNotExpectAndNothingElse() {
    Expectation tits =
        (species, week) ->
            species.equals("parus major")
                ? OptionalDouble.of(week == 24 ? 0.8 : 0.01)
                : OptionalDouble.empty();
    var june = new ExpectedHere(tits, 0.03, () -> Optional.of(LocalDate.of(2026, 6, 28)));
    var may = new ExpectedHere(tits, 0.03, () -> Optional.of(LocalDate.of(2026, 5, 1)));
    var never = new ExpectedHere(tits, 0.03, Optional::empty);
    assertThat(june.verdict(heard(TIT, 0), false)).contains(new Verdict.Likely(0.8));
    assertThat(may.verdict(heard(TIT, 0), false)).contains(new Verdict.Unlikely(0.01, 0.03));
    assertThat(may.verdict(heard(TIT, 0), true)).as("watched").isEmpty();
    assertThat(may.verdict(heard(OWL, 0), false)).as("unknown to it").isEmpty();
    assertThat(may.verdict(heard(RAIN, 0), false)).isEmpty();
    assertThat(never.verdict(heard(TIT, 0), false)).isEmpty();
    assertThat(ExpectedHere.week(LocalDate.of(2026, 1, 1))).isEqualTo(1);
    assertThat(ExpectedHere.week(LocalDate.of(2026, 12, 31))).isEqualTo(48);
  }

  @Test
  void aCalibrationBendsOneLabelsScoreAndLeavesTheOthers() {
    var classifier = new FixedClassifier(FixedClassifier.card(10, 30, TIT, OWL), 0.9f, 0.9f);
    var bent =
        Calibrated.of(classifier, Map.of("parus major", new Calibration(0.5, -0.2)))
            .classify(new float[30]);
    assertThat(bent[0]).isCloseTo(0.7106f, org.assertj.core.data.Offset.offset(1e-3f));
    assertThat(bent[1]).isEqualTo(0.9f);
    assertThat(Calibrated.of(classifier, Map.of("nightingale", new Calibration(1, 0))))
        .isSameAs(classifier);
  }

  @Test
  void aThresholdThatSomebodyGaveALabelIsFinal() {
    var rule =
        new Rule.Chosen(Map.of("Parus Major", 0.8), OptionalDouble.empty(), Sensitivity.EAGER);
    assertThat(rule.needs(TIT)).hasValue(0.8);
    assertThat(rule.needs(OWL).orElseThrow()).isLessThan(0.5);
    var forAll = new Rule.Chosen(Map.of(), OptionalDouble.of(0.3), Sensitivity.CAUTIOUS);
    assertThat(forAll.needs(TIT)).hasValue(0.3);
    assertThat(forAll.needs(FixedClassifier.background())).isEmpty();
  }

  private void joined() {
    board.joins("a", List.of(TIT, OWL));
    board.joins("b", List.of(GREAT_TIT));
  }

  private Consensus consensus(String model, Consensus.Quorum quorum) {
    return new Consensus(model, board, quorum);
  }

  private static Optional<Verdict> asked(Consensus consensus, Label label, double at) {
    consensus.hear(window(at), List.of(heard(label, at)));
    return consensus.verdict(heard(label, at), false);
  }

  private Drowned drowned(OptionalDouble rain, OptionalDouble wind, Set<String> heard) {
    return new Drowned(
        new Drowned.Limits(2.5, 8, heard), () -> new Drowned.Weather(rain, wind), board);
  }

  private static Detection heard(Label label, double at) {
    return new Detection(label, at, 3, 0.9f, 0.5f);
  }

  private static Window window(double at) {
    return new Window(Math.round(at * 10), 10, new float[30]);
  }
}
