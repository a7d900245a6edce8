package org.fieldstation.station.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.picture.Aim;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.models.image.Region;
import org.fieldstation.station.look.Burst;
import org.fieldstation.station.look.Look;
import org.fieldstation.station.look.Lookout;
import org.fieldstation.station.look.Outcome;
import org.fieldstation.station.look.People;
import org.fieldstation.station.look.Scenes;
import org.fieldstation.station.look.Sighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves of pictures with people in them. */
class KeeperTest {
  private static final Region MIDDLE = new Region(0.3, 0.4, 0.4, 0.5);

  @TempDir private Path folder;

  private final List<String> faults = new ArrayList<>();

  @Test
  void ofAPersonOnlyABlurredCopyMayLeaveAndTheOriginalStays() throws IOException {
    var kept = keep(false, People.SEEN);
    assertThat(kept.media()).hasSize(4);
    assertThat(kept.media())
        .filteredOn(Medium::restricted)
        .hasSize(2)
        .allMatch(m -> m.of().isEmpty());
    var copy = kept.media().get(1);
    assertThat(copy.restricted()).isFalse();
    assertThat(copy.of()).isEqualTo(kept.media().getFirst().sha256());
    assertThat(names("restricted")).hasSize(2);
    assertThat(names("open")).hasSize(2);
    double original = sharpness(names("restricted").getFirst());
    double blurred = sharpness(names("open").getFirst());
    assertThat(blurred).as("of %.0f", original).isLessThan(0.9 * original);
  }

  @Test
  void whereNobodyCouldLookForPeopleAllOfThePictureIsBlurred() throws IOException {
    keep(false, People.NOT_LOOKED_FOR);
    assertThat(sharpness(names("open").getFirst()))
        .isLessThan(0.2 * sharpness(names("restricted").getFirst()));
  }

  @Test
  void withoutPeopleOrWithLeaveOriginalsMayLeave() throws IOException {
    assertThat(keep(false, People.NONE).media()).hasSize(2).noneMatch(Medium::restricted);
    assertThat(keep(true, People.SEEN).media()).hasSize(2).noneMatch(Medium::restricted);
    assertThat(names("restricted")).isEmpty();
  }

  @Test
  void aDiskThatRefusesCostsThePicturesAndNotTheEvent() throws IOException {
    var media = MediaFolder.open(folder, 1_000_000);
    Files.delete(folder.resolve("open"));
    Files.writeString(folder.resolve("open"), "in the way");
    var kept = new Keeper(media, true, (code, _) -> faults.add(code)).keep(sighting(People.NONE));
    assertThat(kept.media()).isEmpty();
    assertThat(faults).containsExactly("media-unwritable");
  }

  @Test
  void whatThereIsNoRoomForIsSaid() throws IOException {
    new Keeper(MediaFolder.open(folder, 1), true, (code, text) -> faults.add(code + ": " + text))
        .keep(sighting(People.NONE));
    assertThat(faults).containsExactly("media-given-up: 2 of the oldest files, for space");
  }

  private Kept keep(boolean asTheyAre, People people) throws IOException {
    var media = MediaFolder.open(folder, 10_000_000);
    return new Keeper(media, asTheyAre, (code, _) -> faults.add(code)).keep(sighting(people));
  }

  private static Sighting sighting(People people) {
    var lookout = new Lookout();
    List<Look> looks =
        List.of(lookout.look(Scenes.frame(0, 1, 0.5)), lookout.look(Scenes.frame(1, 1, 0.55)));
    return new Sighting(
        new Burst("motion", Scenes.at(0), looks),
        Outcome.HUMAN,
        Optional.empty(),
        1,
        people,
        people == People.SEEN ? List.of(List.of(MIDDLE), List.of(MIDDLE)) : List.of());
  }

  private List<Path> names(String part) throws IOException {
    try (var files = Files.list(folder.resolve(part))) {
      return files.sorted().toList();
    }
  }

  private static double sharpness(Path file) {
    return Aim.of(PictureFile.open(file).decode(1_000_000)).sharpness();
  }
}
