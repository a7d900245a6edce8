package org.fieldstation.station.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.station.identify.FixedClassifier.background;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings without an effect are what users trust in vain. */
class LintTest {
  private static final NameLists NO_NAMES = new NameLists(Set.of(), Set.of());
  private static final Rule RULE = new Rule.Thresholds();

  @TempDir private Path directory;

  @Test
  void ordinarySettingsAreSilent() {
    assertThat(lint(RULE, NO_NAMES, Optional.empty(), Repeat.ONCE)).isEmpty();
  }

  @Test
  void aThresholdNoScoreReachesIsNamedButBackgroundHasNone() {
    assertThat(lint(new Rule.AtLeast(0.999), NO_NAMES, Optional.empty(), Repeat.ONCE))
        .singleElement()
        .asString()
        .contains("the threshold of tit, crow: 8-bit models give at most 0.9961");
  }

  @Test
  void fourteenRepeatsInNineSecondsAreImpossible() {
    assertThat(lint(RULE, NO_NAMES, Optional.empty(), new Repeat(14, 14, 9)))
        .singleElement()
        .asString()
        .contains("14 windows within 9.0 s are asked for, and its windows are 3.0 s apart");
  }

  @Test
  void namesNoModelGivesAreFound() {
    var names = new NameLists(Set.of("TIT", "nightjar"), Set.of("Corvus corone", "tit"));
    assertThat(lint(RULE, names, Optional.empty(), Repeat.ONCE))
        .hasSize(2)
        .anyMatch(text -> text.contains("the include list has names") && text.contains("nightjar"))
        .anyMatch(text -> text.contains("included and excluded at once, so excluded: tit"));
  }

  @Test
  void aSpeciesListOfAnotherContinentIsFound() throws IOException {
    assertThat(lint(RULE, NO_NAMES, Optional.of(range("Turdus migratorius\t4-10")), Repeat.ONCE))
        .singleElement()
        .asString()
        .contains("no species that a model here can name");
    assertThat(lint(RULE, NO_NAMES, Optional.of(range("Parus major\t1-12")), Repeat.ONCE))
        .isEmpty();
  }

  @Test
  void aWatchListSaysWhichOfItsNamesNoModelKnows() {
    var remarks =
        new Lint(
                List.of(FixedClassifier.card(10, 30, bird("owl", "Strix davidi", 0.5))),
                RULE,
                new NameLists(Set.of(), Set.of("owl")),
                Optional.empty(),
                WatchLists.bundled(),
                List.of(),
                Set.of())
            .remarks();
    int size = WatchLists.bundled().lists().getFirst().entries().size();
    var deaf = "protected-2021: no model here can name %d of %d".formatted(size - 1, size);
    assertThat(remarks).noneMatch(Lint.Remark::ineffective);
    assertThat(remarks)
        .extracting(Lint.Remark::text)
        .anyMatch(text -> text.contains(deaf))
        .anyMatch(text -> text.contains("owl is on the watch list protected-2021 and excluded"));
  }

  @Test
  void monthsMayRunOverTheNewYear() throws IOException {
    var winter = range("Parus major\t11-2");
    var tit = new Detection(bird("tit", "Parus major", 0.3), 0, 3, 0.9f, 0.3f);
    assertThat(winter.verdict(tit, false)).get().returns(true, Verdict::keeps);
    var summer = range("Parus major\t3-10, 11");
    assertThat(summer.verdict(tit, false)).get().returns(false, Verdict::keeps);
    assertThatThrownBy(() -> range("Parus major\tspring")).hasMessageContaining("are not months");
    assertThatThrownBy(() -> range("Parus major\t1-13")).hasMessageContaining("are not months");
  }

  private SpeciesRange range(String row) throws IOException {
    var file = directory.resolve("species.tsv");
    Files.writeString(file, "# region: 哀牢山\nscientific_name\tmonths\n" + row + "\n");
    return SpeciesRange.read(file, () -> Optional.of(LocalDate.of(2026, 1, 15)));
  }

  private static List<String> lint(
      Rule rule, NameLists names, Optional<SpeciesRange> range, Repeat repeat) {
    var card =
        FixedClassifier.card(
            100,
            300,
            bird("tit", "Parus major", 0.3),
            bird("crow", "Corvus corone", 0.7),
            background());
    return new Lint(List.of(card), rule, names, range, WatchLists.NONE, List.of(repeat), Set.of())
        .remarks().stream().map(Lint.Remark::text).toList();
  }
}
