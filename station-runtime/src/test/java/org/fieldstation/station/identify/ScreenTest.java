package org.fieldstation.station.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fieldstation.models.Label;
import org.fieldstation.station.listen.Window;
import org.junit.jupiter.api.Test;

/** Users who cannot see why a sound was told, or was not, stop believing all of it. */
class ScreenTest {
  private static final int RATE = 10;
  private static final double HOP = 1.5;
  private static final Label TIT = bird("tit", "Parus major", 0.5);
  private static final Label SAW =
      new Label("chainsaw", "", "Chainsaw", "油锯", Label.Group.THREAT, OptionalDouble.of(0.7));
  private static final Label FROG = bird("bullfrog", "Lithobates catesbeianus", 0.5);
  private static final SpeciesRange WINTER =
      range(Map.of("parus major", Set.of(Month.JANUARY)), Optional.of(LocalDate.of(2026, 1, 9)));

  private final WatchLists watch = WatchLists.bundled();

  @Test
  void whatNoFilterDoubtsIsToldWithoutVerdicts() {
    var screened = Screen.open().screen(window(0), List.of(heard(TIT, 0)));
    assertThat(screened.told()).singleElement().matches(d -> d.verdicts().isEmpty());
    assertThat(screened.rejected()).isEmpty();
  }

  @Test
  void everyVerdictStaysWithTheDetection() {
    var screen = new Screen(watch, List.of(WINTER, new Confirmation(new Repeat(2, 3, 5), ONCE)));
    screen.screen(window(0), List.of(heard(TIT, 0)));
    assertThat(screen.screen(window(1), List.of(heard(TIT, 1))).told())
        .singleElement()
        .extracting(Detection::verdicts)
        .isEqualTo(List.of(Verdict.InRange.of("here", Month.JANUARY), new Verdict.Confirmed(2, 3)));
  }

  @Test
  void aCandidateIsRejectedByTheFirstFilterThatDoubtsItAndTheReasonSaysSo() {
    var lists = new NameLists(Set.of(), Set.of("Parus  MAJOR"));
    var screen = new Screen(watch, List.of(lists, WINTER));
    var rejected = screen.screen(window(0), List.of(heard(TIT, 0))).rejected();
    assertThat(rejected).singleElement().returns(1, Rejection::alike);
    assertThat(rejected.getFirst().reason()).isEqualTo(new Verdict.Excluded("parus major"));
    assertThat(rejected.getFirst().reason().code()).isEqualTo("excluded");
  }

  @Test
  void aStreamOfRejectionsIsSampledAndCounted() {
    var screen = new Screen(watch, List.of(new NameLists(Set.of("owl"), Set.of())));
    var kept = new ArrayList<Rejection>();
    for (int i = 0; i < 1000; i++) {
      kept.addAll(screen.screen(window(i), List.of(heard(TIT, i))).rejected());
    }
    // 1000 windows of 1.5 s are 25 minutes: one at once, and one every ten minutes.
    assertThat(kept).extracting(Rejection::alike).containsExactly(1, 400, 400);
    assertThat(kept.getFirst().reason().words()).contains("there is an include list");
  }

  @Test
  void theIncludeListAndTheRangeDoNotSilenceAWatchedSpecies() {
    var lists = new NameLists(Set.of("owl"), Set.of());
    var screen = new Screen(watch, List.of(lists, WINTER));
    var told = screen.screen(window(0), List.of(heard(FROG, 0), heard(TIT, 0))).told();
    assertThat(told)
        .singleElement()
        .extracting(Detection::verdicts)
        .isEqualTo(List.of(new Verdict.Watched("invasive-2022", "amphibian")));
  }

  @Test
  void onlyAnExplicitExclusionSilencesAWatchedSpecies() {
    var screen = new Screen(watch, List.of(new NameLists(Set.of(), Set.of("油锯"))));
    assertThat(screen.screen(window(0), List.of(heard(SAW, 0))).told()).isEmpty();
  }

  @Test
  void aSpeciesOutOfItsMonthsIsRejectedAndOneWithoutADateIsNot() {
    var species = Map.of("parus major", Set.of(Month.JANUARY, Month.FEBRUARY));
    var june = range(species, Optional.of(LocalDate.of(2026, 6, 1)));
    assertThat(june.verdict(heard(TIT, 0), false)).get().returns(false, Verdict::keeps);
    var timeless = range(species, Optional.empty());
    assertThat(timeless.verdict(heard(TIT, 0), false)).contains(new Verdict.SeasonUnknown("here"));
    var elsewhere = timeless.verdict(heard(bird("owl", "Strix aluco", 0.5), 0), false);
    assertThat(elsewhere.orElseThrow().words()).isEqualTo("not on the species list of here");
    assertThat(june.verdict(heard(SAW, 0), false)).as("a saw has no range").isEmpty();
  }

  @Test
  void aLabelHeardAllTheTimeIsANoiseAndOneThatPausesIsNot() {
    var screen = new Screen(watch, List.of(new SteadyNoise(SteadyNoise.Limits.ORDINARY)));
    var told = new ArrayList<Detection>();
    Optional<Verdict> reason = Optional.empty();
    for (int i = 0; i < 1200; i++) {
      var candidates = new ArrayList<>(List.of(heard(TIT, i), heard(SAW, i)));
      if (i % 3 == 0) {
        candidates.add(heard(FROG, i));
      }
      var screened = screen.screen(window(i), candidates);
      told.addAll(screened.told());
      reason = reason.or(() -> screened.rejected().stream().map(Rejection::reason).findFirst());
    }
    assertThat(told.stream().filter(d -> d.label().equals(FROG))).hasSize(400);
    assertThat(told.stream().filter(d -> d.label().equals(TIT)).count())
        .as("only until there is evidence")
        .isEqualTo(400);
    assertThat(told.stream().filter(d -> d.label().equals(SAW)).count())
        .as("a watched label has a higher limit, but it has one")
        .isEqualTo(400);
    assertThat(reason.orElseThrow().words())
        .isEqualTo("above its threshold in 100 % of the last 10 min (limit 50 %): a steady noise");
  }

  @Test
  void aNoiseThatEndedIsForgottenWithinTheHour() {
    var screen = new Screen(watch, List.of(new SteadyNoise(SteadyNoise.Limits.ORDINARY)));
    for (int i = 0; i < 2400; i++) {
      screen.screen(window(i), List.of(heard(TIT, i)));
    }
    assertThat(screen.screen(window(2400), List.of(heard(TIT, 2400))).told()).isEmpty();
    for (int i = 2401; i < 4000; i++) {
      screen.screen(window(i), List.of());
    }
    assertThat(screen.screen(window(4000), List.of(heard(TIT, 4000))).told()).hasSize(1);
  }

  @Test
  void aSoundMustComeOftenEnoughWithinTheTimeAndTheWindows() {
    var confirmation = new Confirmation(new Repeat(2, 4, 4), ONCE);
    assertThat(confirms(confirmation, 0)).isFalse();
    assertThat(confirms(confirmation, 2)).as("3 s later").isTrue();
    assertThat(confirms(confirmation, 5)).as("4.5 s later").isFalse();
    assertThat(confirms(confirmation, 9)).as("6 s later").isFalse();
    assertThat(confirms(confirmation, 10)).isTrue();
  }

  @Test
  void aShotIsToldTheFirstTimeAndASongTheSecond() {
    var confirmation = Sensitivity.BALANCED.confirmation();
    confirmation.hear(window(0), List.of());
    assertThat(confirmation.verdict(heard(SAW, 0), true)).isEmpty();
    assertThat(confirmation.verdict(heard(TIT, 0), false))
        .contains(new Verdict.Unconfirmed(1, 2, 4, 12));
  }

  @Test
  void aRepeatThatCanNeverHappenIsRefused() {
    assertThatThrownBy(() -> new Repeat(3, 2, 10)).hasMessageContaining("can never be heard");
    assertThat(new Repeat(3, 6, 15).possible(3)).isTrue();
    assertThat(new Repeat(14, 14, 9).possible(1.5)).isFalse();
  }

  private static final Repeat ONCE = Repeat.ONCE;

  private static boolean confirms(Confirmation confirmation, int index) {
    confirmation.hear(window(index), List.of());
    return confirmation.verdict(heard(TIT, index), false).map(Verdict::keeps).orElse(true);
  }

  private static SpeciesRange range(Map<String, Set<Month>> species, Optional<LocalDate> today) {
    return new SpeciesRange("here", species, () -> today);
  }

  private static Window window(int index) {
    return new Window((long) (index * HOP * RATE), RATE, new float[3 * RATE]);
  }

  private static Detection heard(Label label, int index) {
    return new Detection(label, window(index).startSeconds(), 3, 0.9f, 0.5f);
  }
}
