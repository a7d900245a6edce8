package org.fieldstation.sim.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fieldstation.models.ModelException;
import org.fieldstation.station.effort.Effort;
import org.fieldstation.station.hearing.Model;
import org.fieldstation.station.hearing.ModelSource;
import org.fieldstation.station.settings.ModelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole station in virtual time whose models change, fail, and are too much for it. */
class SeveralModelsTest {
  private static final String TWO =
      """
      [[model]]
      name = "threats"
      [[model]]
      name = "birds"
      """;

  private static final String ROAD_AND_FOREST =
      """
      [[microphone]]
      name = "road"
      hardware = "quiet"
      device = "hum"
      [[microphone]]
      name = "forest"
      hardware = "quiet"
      device = "hum"
      [[model]]
      name = "threats"
      microphones = ["road"]
      [[model]]
      name = "birds"
      """;

  @TempDir private Path folder;

  @Test
  void theLeastImportantModelRestsUnderLoadAndComesBackAndNoSoundIsLost() throws Exception {
    try (var mast = new Mast(folder, TWO)) {
      var slow = new Scripted("birds", "1").taking(mast.time(), Duration.ofSeconds(4));
      mast.start(wanted ->
          Model.of(wanted.nameOrDefault().equals("birds") ? slow : new Scripted("saws", "1")));
      mast.live(Duration.ofMinutes(2));
      slow.taking(mast.time(), Duration.ZERO);
      mast.live(Duration.ofMinutes(20));
    }
    var journal = Said.read(folder);
    assertThat(journal.models())
        .extracting(Said.Event::what)
        .containsSubsequence("in-use", "in-use", "rests", "is-back");
    assertThat(journal.models())
        .filteredOn(e -> e.what().equals("rests"))
        .allMatch(e -> e.model().equals("birds"));
    var threats = journal.totals("microphone");
    assertThat(threats.getOrDefault(Effort.CLASSIFIED, Duration.ZERO))
        .isGreaterThan(Duration.ofMinutes(21));
    assertThat(threats).doesNotContainKey(Effort.GATED);
    assertThat(journal.reasons("microphone:birds")).contains("overload");
    var birds = journal.totals("microphone:birds");
    assertThat(birds.get(Effort.GATED)).isBetween(Duration.ofMinutes(1), Duration.ofMinutes(12));
    assertThat(journal.sum("microphone")).isEqualTo(journal.sum("microphone:birds"));
    assertThat(journal.reasons("microphone")).doesNotContain("sound-lost");
  }

  @Test
  void aModelThatFailsDoesNotStopTheOtherAndIsOpenedAnew() throws Exception {
    var opened = new ArrayList<String>();
    try (var mast = new Mast(folder, TWO)) {
      mast.start(wanted -> {
        opened.add(wanted.nameOrDefault());
        boolean first = opened.stream().filter("birds"::equals).count() == 1;
        return Model.of(
            new Scripted(wanted.nameOrDefault(), "1")
                .failingAfter(first && wanted.nameOrDefault().equals("birds") ? 3 : 1_000_000));
      });
      mast.live(Duration.ofMinutes(5));
    }
    var journal = Said.read(folder);
    assertThat(opened).filteredOn("birds"::equals).hasSize(2);
    assertThat(journal.reasons("microphone")).doesNotContain("model-failed");
    assertThat(journal.reasons("microphone:birds")).contains("model-failed");
    assertThat(journal.totals("microphone:birds").get(Effort.LISTENED))
        .isLessThan(Duration.ofSeconds(40));
    assertThat(journal.faults()).anyMatch(line -> line.contains("model-failed"));
  }

  @Test
  void anotherPackIsTakenBetweenTwoWindowsAndOneThatAnswersWronglyIsNot() throws Exception {
    var shelf = new Choices("one");
    try (var mast = new Mast(folder, "")) {
      mast.start(shelf);
      mast.live(Duration.ofMinutes(1));
      shelf.choose("two");
      mast.live(Duration.ofMinutes(1));
      shelf.choose("wrong");
      mast.live(Duration.ofMinutes(5));
      shelf.choose("gone");
      mast.live(Duration.ofMinutes(1));
    }
    var journal = Said.read(folder);
    assertThat(journal.models())
        .filteredOn(e -> !e.what().startsWith("self-test"))
        .extracting(e -> e.what() + " " + e.pack())
        .as("urgent ones first")
        .containsExactly("refused ", "refused ", "in-use one", "in-use two");
    assertThat(
            journal.models().stream()
                .filter(e -> e.what().equals("refused"))
                .map(Said.Event::detail))
        .satisfiesExactly(
            wrong ->
                assertThat(wrong).contains("1 of 1 known sounds failed").contains("kept two 1"),
            gone -> assertThat(gone).contains("no such pack").contains("kept two 1"));
    assertThat(shelf.open).as("every model that was opened is closed").isEmpty();
    assertThat(shelf.opened)
        .as("a pack that was refused is not tried again")
        .containsExactly("one", "two", "wrong");
    var effort = journal.totals("microphone");
    assertThat(effort.get(Effort.LISTENED)).as("the swap").isLessThan(Duration.ofSeconds(4));
    assertThat(effort.get(Effort.CLASSIFIED)).isGreaterThan(Duration.ofSeconds(470));
  }

  @Test
  void aStandInThatHearsAlreadyIsNotSeatedTwice() throws Exception {
    try (var mast = new Mast(folder, TWO)) {
      mast.start(wanted ->
          wanted.nameOrDefault().equals("birds")
              ? new Model(new Scripted("saws", "1"), List.of(), "bundled", List.of("no birds"))
              : Model.of(new Scripted("saws", "1")));
      mast.live(Duration.ofMinutes(2));
    }
    var journal = Said.read(folder);
    assertThat(journal.models())
        .filteredOn(event -> !event.what().startsWith("self-test"))
        .extracting(event -> event.what() + " " + event.model())
        .startsWith("refused birds")
        .endsWith("in-use threats")
        .doesNotContain("in-use birds");
    assertThat(journal.reasons("microphone:birds")).contains("no-model");
  }

  @Test
  void eachMicrophoneIsHeardByTheModelsItIsAssignedAndHasAnAccountOfItsOwn() throws Exception {
    var opened = new CopyOnWriteArrayList<String>();
    try (var mast = new Mast(folder, ROAD_AND_FOREST)) {
      mast.start(wanted -> {
        opened.add(wanted.nameOrDefault());
        return Model.of(new Scripted(wanted.nameOrDefault(), "1").answering(0.9f));
      });
      mast.live(Duration.ofMinutes(5));
    }
    var journal = Said.read(folder);
    assertThat(opened).containsExactlyInAnyOrder("threats", "birds", "birds");
    assertThat(journal.ledger().totals()).containsOnlyKeys("road", "road:birds", "forest");
    for (var sensor : journal.ledger().totals().keySet()) {
      assertThat(journal.totals(sensor).get(Effort.CLASSIFIED))
          .as(sensor)
          .isGreaterThan(Duration.ofMinutes(4));
    }
    assertThat(journal.contexts()).filteredOn(text -> text.endsWith("\"road\"]")).hasSize(2);
    assertThat(journal.contexts())
        .filteredOn(text -> text.endsWith("\"forest\"]"))
        .singleElement()
        .asString()
        .contains("\"birds\"");
  }

  @Test
  void withoutAnyModelItListensAndSaysSoAndTriesOn() throws Exception {
    var shelf = new Choices("gone");
    try (var mast = new Mast(folder, "")) {
      mast.start(shelf);
      mast.live(Duration.ofMinutes(2));
      shelf.choose("one");
      mast.live(Duration.ofMinutes(2));
    }
    var journal = Said.read(folder);
    assertThat(journal.reasons("microphone")).contains("no-model");
    assertThat(journal.totals("microphone").get(Effort.CLASSIFIED))
        .isGreaterThan(Duration.ofSeconds(100));
  }

  @Test
  void eachModelIsAskedForItsKnownSoundsOnceADay() throws Exception {
    var shelf = new Choices("one");
    try (var mast = new Mast(folder, "")) {
      mast.start(shelf);
      mast.live(Duration.ofHours(25));
    }
    assertThat(Said.read(folder).models())
        .extracting(Said.Event::what)
        .containsExactly("in-use", "self-test-passed", "self-test-passed");
  }

  /** Packs by name, of which some are no good. */
  private static final class Choices implements ModelSource {
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final Map<String, Float> answers = Map.of("one", 0.5f, "two", 0.5f, "wrong", 0.9f);
    private volatile String chosen;

    Choices(String chosen) {
      this.chosen = chosen;
    }

    void choose(String pack) {
      chosen = pack;
    }

    @Override
    public String choice(ModelSettings wanted) {
      return chosen;
    }

    @Override
    public Model open(ModelSettings wanted) {
      var answer = answers.get(chosen);
      if (answer == null) {
        throw new ModelException(ModelException.Code.ABSENT, "no such pack");
      }
      open.add(chosen);
      opened.add(chosen);
      var name = chosen;
      var classifier =
          new Scripted(name, "1").answering(answer).whenClosed(() -> open.remove(name));
      return new Model(classifier, List.of(Scripted.known(0.5)), name, List.of());
    }
  }
}
