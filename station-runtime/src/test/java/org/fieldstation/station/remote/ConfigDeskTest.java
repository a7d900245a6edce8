package org.fieldstation.station.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration from afar is kept only under contact; nothing else keeps it. */
class ConfigDeskTest {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void settle() throws IOException {
    file = folder.resolve("station.toml");
    Files.writeString(file, "old");
  }

  @Test
  void withContactItIsKept() throws IOException {
    propose("new");
    var next = restarted();
    next.contact("another");
    assertThat(next.onTrial()).isTrue();

    next.contact("reserve");

    assertThat(next.state()).isEqualTo("settled");
    assertThat(file).hasContent("new");
    assertThat(next.toSay()).hasValueSatisfying(it -> assertThat(it.state()).isEqualTo("kept"));
    assertThat(restarted().passed(WINDOW)).isFalse();
    assertThat(file).hasContent("new");
  }

  @Test
  void withoutContactWithinTheWindowTheOldOneReturnsAndIsSaidAfterTheNextStart() {
    propose("new");
    var next = restarted();
    assertThat(next.passed(Duration.ofMinutes(13))).isFalse();
    assertThat(next.passed(Duration.ofMinutes(2))).isTrue();

    assertThat(file).hasContent("old");
    var later = restarted();
    assertThat(later.toSay())
        .hasValueSatisfying(it -> {
          assertThat(it.state()).isEqualTo("returned");
          assertThat(it.by()).isEqualTo("reserve");
          assertThat(it.detail()).contains("reserve was not reached in 900 s");
        });
    later.said();
    assertThat(restarted().toSay()).isEmpty();
  }

  @Test
  void underAConfigurationThatKillsTheStationTheStartsUseUpTheWindow() {
    propose("new");
    int starts = 0;
    while (restarted().onTrial()) {
      starts++;
      assertThat(starts).isLessThan(20);
    }
    assertThat(file).hasContent("old");
    assertThat(starts).isEqualTo(14);
  }

  @Test
  void aConfigurationUnderWhichNothingStartsIsGivenBackAtOnce() {
    propose("new");
    assertThat(restarted().failed("device-absent")).isTrue();
    assertThat(file).hasContent("old");
  }

  @Test
  void whatIsRefusedChangesNothingAndWhileOneIsTriedAnotherIsRefused() {
    var desk = new ConfigDesk(file);
    assertThat(desk.propose("reserve", bytes("bad"), WINDOW, (_, _) -> "line 3"))
        .isEqualTo("line 3");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.proposed");

    propose("new");
    assertThat(desk(file).propose("other", bytes("third"), WINDOW, (_, _) -> null))
        .contains("on trial");
    assertThat(file).hasContent("new");
  }

  @Test
  void theServerMayWithdrawIt() {
    propose("new");
    assertThat(restarted().withdraw("reserve")).isTrue();
    assertThat(file).hasContent("old");
    assertThat(restarted().withdraw("reserve")).isFalse();
  }

  @Test
  void contactUnderTheOldOneKeepsNothing() {
    var desk = new ConfigDesk(file);
    desk.propose("reserve", bytes("new"), WINDOW, (_, _) -> null);
    desk.contact("reserve");
    assertThat(desk.onTrial()).isTrue();
  }

  /** Every order in which a cut can leave the three files. */
  @Test
  void aPowerCutAtAnyWriteLeavesTheOldOneOrATrialOfTheNew() throws IOException {
    for (int cut = 0; cut < 3; cut++) {
      settle();
      Files.deleteIfExists(folder.resolve("station.toml.trial"));
      Files.deleteIfExists(folder.resolve("station.toml.before"));
      var before = Files.readAllBytes(file);
      propose("new");
      if (cut == 0) { // only .before was written
        Files.deleteIfExists(folder.resolve("station.toml.trial"));
        Files.write(file, before);
      } else if (cut == 1) { // .before and .trial
        Files.write(file, before);
      }

      var next = restarted();

      assertThat(Files.readString(file)).isEqualTo(cut == 2 ? "new" : "old");
      assertThat(next.onTrial()).isEqualTo(cut == 2);
    }
  }

  private void propose(String text) {
    assertThat(desk(file).propose("reserve", bytes(text), WINDOW, (_, _) -> null)).isNull();
  }

  private ConfigDesk restarted() {
    var desk = desk(file);
    desk.starting();
    return desk;
  }

  private static ConfigDesk desk(Path file) {
    return new ConfigDesk(file);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
