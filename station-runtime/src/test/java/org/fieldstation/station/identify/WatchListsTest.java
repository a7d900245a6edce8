package org.fieldstation.station.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fieldstation.station.identify.FixedClassifier.bird;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A watch list that misses by a synonym misses the animal. */
class WatchListsTest {
  /** The one genus of the announcement of which the list has the species. */
  private static boolean isCuora(String key) {
    return key.startsWith("cuora ");
  }

  private final WatchLists lists = WatchLists.bundled();

  @ParameterizedTest
  @CsvSource({
    "Pavo muticus, protected-2021, I",
    "pavo  muticus imperator, protected-2021, I",
    "Leucogeranus leucogeranus, protected-2021, I",
    "Grus vipio, protected-2021, I",
    "Pterorhinus courtoisi, protected-2021, I",
    "Leiothrix lutea, protected-2021, II",
    "Nomascus concolor, protected-2021, I",
    "Alligator sinensis, protected-2021, I",
    "Cuora trifasciata, protected-2021, II",
    "Tylototriton taliangensis, protected-2021, II",
    "Neophocaena asiaeorientalis, protected-2021, I",
    "Platanista gangetica, protected-2021, I",
    "Hippocampus kuda, protected-2021, II",
    "Sinocyclocheilus grahami, protected-2021, II",
    "Teinopalpus aureus, protected-2021, I",
    "Lithobates catesbeianus, invasive-2022, amphibian",
    "Solenopsis invicta, invasive-2022, insect",
    "Trachemys scripta, invasive-2022, reptile",
    "Canis lupus, protected-2021, II",
    "Canis lupus familiaris, threats, dog"
  })
  void aSpeciesIsFoundUnderItsNamesOldAndNew(String name, String list, String grade) {
    assertThat(lists.verdict(bird("a", name, 0.5))).contains(new Verdict.Watched(list, grade));
  }

  @ParameterizedTest
  @CsvSource({
    "chainsaw, Chainsaw, logging",
    "crackling_fire, Crackling fire, fire",
    "Gun, Gun, poaching",
    "x, 'Gunshot, gunfire', poaching",
    "Human vocal, Human vocal, human",
    "engine, Engine or aircraft, vehicle"
  })
  void aSoundIsFoundByWhatModelsCallIt(String id, String en, String grade) {
    var label = new Label(id, "", en, "", Group.SOUND_SOURCE, OptionalDouble.of(0.5));
    assertThat(lists.verdict(label)).contains(new Verdict.Watched("threats", grade));
  }

  @Test
  void aCommonBirdIsOnNoList() {
    assertThat(lists.verdict(bird("a", "Passer montanus", 0.5))).isEmpty();
    assertThat(lists.verdict(bird("rain", "", 0.5))).isEmpty();
  }

  @Test
  void theListsHaveAsManyNamesAsTheySay() {
    assertThat(list("invasive-2022").entries()).hasSize(59);
    assertThat(list("invasive-2022").entries().stream().filter(e -> e.grade().equals("plant")))
        .hasSize(33);
    assertThat(list("invasive-2022").entries().stream().filter(e -> e.grade().equals("insect")))
        .hasSize(13);
    var named =
        list("protected-2021").entries().stream()
            .filter(e -> !e.keys().allMatch(WatchListsTest::isCuora));
    assertThat(named.filter(e -> e.scientificName().contains(" "))).hasSize(980);
    assertThat(list("protected-2021").entries()).hasSize(980 + 9 + 7);
    assertThat(list("protected-2021").entries().stream().filter(e -> e.grade().equals("I")))
        .hasSize(233 + 1);
  }

  @Test
  void everyListSaysWhereItIsFromAndWhatIsMissing() {
    assertThat(lists.lists())
        .hasSize(3)
        .allMatch(list -> !list.source().isEmpty() && list.date().matches("20\\d\\d-\\d\\d-\\d\\d"))
        .allMatch(list -> !list.missing().isEmpty());
    assertThat(list("protected-2021").missing())
        .contains("980 species")
        .contains("class I there are 233");
  }

  @ParameterizedTest
  @CsvSource({
    "protected-2021, I;II",
    "invasive-2022, plant;insect;pathogen;nematode;mollusc;fish;amphibian;reptile",
    "threats, logging;poaching;vehicle;dog;human;fire"
  })
  void aListUsesItsOwnGradesAndNoOthers(String id, String grades) {
    assertThat(list(id).entries().stream().map(WatchList.Entry::grade).distinct())
        .containsExactlyInAnyOrder(grades.split(";"));
  }

  @Test
  void noNameIsThereTwiceAndScientificNamesAreWellFormed() {
    for (var list : lists.lists()) {
      var seen = new HashSet<String>();
      for (var entry : list.entries()) {
        assertThat(entry.zh()).as(entry.toString()).isNotEmpty();
        assertThat(entry.en()).as(entry.toString()).isNotEmpty();
        assertThat(entry.scientificName()).matches("([A-Z][a-z]+( [a-z-]+.*)?)?");
        for (var key : entry.keys().filter(k -> !k.isEmpty()).collect(Collectors.toSet())) {
          assertThat(seen.add(key)).as(list.id() + ": " + key).isTrue();
        }
      }
    }
  }

  @Test
  void aListThatCannotBeUnderstoodSaysWhere() {
    assertThatThrownBy(() -> WatchList.parse("mine", "# title: x\nscientific_name\tzh\n"))
        .hasMessageContaining("mine, line 2: 2 columns instead of 5");
    var head = "# title: t\n# source: s\n# date: d\nscientific_name\tzh\ten\tgrade\talso\n";
    assertThatThrownBy(() -> WatchList.parse("mine", head))
        .hasMessageContaining("\"# missing: …\" is missing");
    assertThatThrownBy(() -> WatchList.parse("mine", "# missing: m\n" + head + "\ta\tb\tI\t\n"))
        .hasMessageContaining("nothing can match");
  }

  private WatchList list(String id) {
    return lists.lists().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
  }
}
