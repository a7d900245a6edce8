package org.fieldstation.ota.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.slots.Releases;
import org.fieldstation.ota.slots.Slots;
import org.fieldstation.ota.slots.Trial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's script over slots made by this module; no Java is needed to go back. */
class LauncherTest {
  private static final Path SCRIPT = Path.of("../scripts/lib/ota/launch.sh");
  private static final Releases OLD = release("1.0.0");
  private static final Releases NEW = release("1.1.0");

  @TempDir private Path root = Path.of("");

  private static Releases release(String version) {
    var program = "#!/bin/sh\necho \"runs %s $*\"\n".formatted(version);
    return Releases.of(version, Map.of("bin/station", program.getBytes(UTF_8)));
  }

  @BeforeEach
  void twoSlots() throws IOException {
    assumeTrue(Files.exists(SCRIPT), "the launcher is tested from a checkout");
    var slots = slots();
    slots.stage(OLD.manifest(), OLD.contents());
    slots.stage(NEW.manifest(), NEW.contents());
    slots.switchTo(OLD.manifest().slot());
  }

  private Slots slots() {
    return new Slots(new PosixDisk(), root);
  }

  private Trial trial() {
    return new Trial(new PosixDisk(), root);
  }

  private void activate() {
    trial().grant(NEW.manifest().slot());
    slots().switchTo(NEW.manifest().slot());
  }

  private String launch(String... more) throws IOException {
    var words = new java.util.ArrayList<>(java.util.List.of("sh", SCRIPT.toString()));
    words.add(root.toString());
    words.add("bin/station");
    words.addAll(java.util.List.of(more));
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (var out = process.getInputStream()) {
      return new String(out.readAllBytes(), UTF_8).strip();
    }
  }

  @Test
  void theCurrentReleaseIsStartedWithItsArguments() throws IOException {
    assertThat(launch("run", "two words")).isEqualTo("runs 1.0.0 run two words");
  }

  @Test
  void aReleaseOnTrialHasThreeStartsAndThenTheOldOneIsBack() throws IOException {
    activate();
    for (int start = 0; start < Trial.STARTS; start++) {
      assertThat(launch()).isEqualTo("runs 1.1.0");
    }
    assertThat(launch()).endsWith("runs 1.0.0");
    assertThat(launch()).isEqualTo("runs 1.0.0");
    assertThat(trial().bad()).containsExactly(NEW.manifest().slot());
    assertThat(slots().current()).contains(OLD.manifest().slot());
    assertThat(root.resolve("trial")).doesNotExist();
  }

  @Test
  void aConfirmedReleaseMayStartAsOftenAsItLikes() throws IOException {
    activate();
    launch();
    trial().end();
    for (int start = 0; start < 5; start++) {
      assertThat(launch()).isEqualTo("runs 1.1.0");
    }
  }

  @Test
  void startsAreNotCountedBeforeTheSwitch() throws IOException {
    trial().grant(NEW.manifest().slot());
    for (int start = 0; start < 5; start++) {
      assertThat(launch()).isEqualTo("runs 1.0.0");
    }
    assertThat(root.resolve("trial")).hasContent(NEW.manifest().slot() + " 3");
  }

  @Test
  void aReleaseThatLostItsProgramIsLeftAtOnce() throws IOException {
    activate();
    Files.delete(slots().folder(NEW.manifest().slot()).resolve("bin/station"));
    assertThat(launch()).endsWith("runs 1.0.0");
    assertThat(trial().bad()).containsExactly(NEW.manifest().slot());
  }

  @Test
  void withoutALinkToTheCurrentReleaseThePreviousRuns() throws IOException {
    activate();
    Files.delete(root.resolve("current"));
    assertThat(launch()).endsWith("runs 1.0.0");
  }

  @Test
  void aDamagedCountGoesBackInsteadOfTryingForEver() throws IOException {
    activate();
    Files.writeString(root.resolve("trial"), NEW.manifest().slot() + " x\n");
    assertThat(launch()).endsWith("runs 1.0.0");
  }

  @Test
  void aStartThatCannotBeCountedDoesNotHappen() throws IOException {
    activate();
    Files.createDirectories(root.resolve("trial.tmp")); // as unwritable as on a full disk
    assertThat(launch()).endsWith("runs 1.0.0");
    assertThat(trial().bad()).isEmpty();
  }

  @Test
  void oneBadReleaseIsRememberedOnceAndBesideOthers() throws IOException {
    Files.writeString(root.resolve("bad"), "0.9.0-older\n" + NEW.manifest().slot() + "\n");
    activate();
    Files.writeString(root.resolve("trial"), NEW.manifest().slot() + " 0\n");
    launch();
    assertThat(Files.readAllLines(root.resolve("bad")))
        .containsExactly("0.9.0-older", NEW.manifest().slot());
  }

  private void onTrialRuns(String script) throws IOException {
    activate();
    Files.writeString(root.resolve("watch"), "3 2\n");
    Files.writeString(slots().folder(NEW.manifest().slot()).resolve("bin/station"), script);
  }

  @Test
  void aReleaseOnTrialThatHangsIsEndedAlsoWithoutAServiceManager() throws IOException {
    onTrialRuns("#!/bin/sh\nexec sleep 300\n");
    for (int start = 0; start < Trial.STARTS; start++) {
      assertThat(launch()).contains("has not recorded for 3 s");
    }
    assertThat(launch()).endsWith("runs 1.0.0");
    assertThat(trial().bad()).containsExactly(NEW.manifest().slot());
  }

  @Test
  void aReleaseThatStopsInTheMiddleIsEndedSoonerThanOneThatNeverBegan() throws IOException {
    onTrialRuns("#!/bin/sh\necho 1 >\"$FIELDSTATION_HEARTBEAT\"\nexec sleep 300\n");
    assertThat(launch()).contains("has not recorded for 2 s");
  }

  @Test
  void aReleaseOnTrialWhoseHeartBeatsLivesOn() throws IOException {
    onTrialRuns(
        """
        #!/bin/sh
        for i in 1 2 3 4 5; do echo $i >"$FIELDSTATION_HEARTBEAT"; sleep 1; done
        echo lived
        """);
    assertThat(launch()).isEqualTo("lived");
  }

  @Test
  void aReleaseThatProvedItselfIsWatchedNoMore() throws IOException {
    onTrialRuns("#!/bin/sh\nrm trial 2>/dev/null || rm ../../trial\nsleep 4\necho lived\n");
    assertThat(launch()).isEqualTo("lived");
  }
}
