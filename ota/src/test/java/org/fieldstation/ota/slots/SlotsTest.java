package org.fieldstation.ota.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fieldstation.ota.disk.MemoryDisk;
import org.fieldstation.ota.disk.MemoryDisk.PowerCut;
import org.fieldstation.ota.disk.MemoryDisk.Survives;
import org.fieldstation.ota.disk.PosixDisk;
import org.fieldstation.ota.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is cut, the link names a whole release, and doing it again gets there. */
class SlotsTest {
  private static final Path ROOT = Path.of("/opt");
  private static final Releases OLD = Releases.of("1.0.0", 1);
  private static final Releases NEW = Releases.of("1.1.0", 2);

  private static Slots installed(MemoryDisk disk) throws IOException {
    disk.makeDirectory(ROOT);
    disk.sync(ROOT.getRoot());
    var slots = new Slots(disk, ROOT);
    slots.stage(OLD.manifest(), OLD.contents());
    slots.switchTo(OLD.manifest().slot());
    return slots;
  }

  private static void update(Slots slots) throws IOException {
    slots.stage(NEW.manifest(), NEW.contents());
    slots.switchTo(NEW.manifest().slot());
    slots.clean();
  }

  /** Cuts the power before the first change, then before the second, until an update is through. */
  @ParameterizedTest
  @EnumSource(Survives.class)
  void anUpdateCutAnywhereLeavesTheOldReleaseOrTheNew(Survives survives) throws IOException {
    var cuts = 0;
    for (var isCut = true; isCut; cuts++) {
      var disk = new MemoryDisk(cuts);
      var slots = installed(disk);
      disk.cutAfter(cuts);
      isCut = isCut(slots);
      disk.powerReturns(survives);
      assertThat(runs(disk)).as("cut %d", cuts).isIn(OLD.manifest(), NEW.manifest());
      update(new Slots(disk, ROOT));
      assertThat(runs(disk)).as("again after cut %d", cuts).isEqualTo(NEW.manifest());
    }
    assertThat(cuts).isGreaterThan(30);
  }

  private static boolean isCut(Slots slots) throws IOException {
    try {
      update(slots);
      return false;
    } catch (PowerCut _) {
      return true;
    }
  }

  private static Manifest runs(MemoryDisk disk) {
    var slots = new Slots(disk, ROOT);
    var manifest = slots.manifest(slots.current().orElseThrow()).orElseThrow();
    assertThat(slots.isWhole(manifest)).isTrue();
    return manifest;
  }

  /** Without this the test above would prove nothing. */
  @Test
  void onADiskThatDoesNotSyncSomeCutsBreakTheStation() throws IOException {
    var broken = 0;
    for (int cut = 0; cut < 60; cut++) {
      var disk = new MemoryDisk(cut);
      var slots = installed(disk);
      disk.liesAboutSync();
      disk.cutAfter(cut);
      isCut(slots);
      disk.powerReturns(Survives.SOME);
      try {
        runs(disk);
      } catch (RuntimeException | AssertionError _) {
        broken++;
      }
    }
    assertThat(broken).isPositive();
  }

  @Test
  void anActivationThatReturnedIsNeverLost() throws IOException {
    var disk = new MemoryDisk(0);
    update(installed(disk));
    disk.powerReturns(Survives.NONE);
    assertThat(runs(disk)).isEqualTo(NEW.manifest());
  }

  @Test
  void theWayBackLeadsToTheReleaseBefore() throws IOException {
    var disk = new MemoryDisk(0);
    var slots = installed(disk);
    update(slots);
    assertThat(slots.goBack()).isTrue();
    assertThat(runs(disk)).isEqualTo(OLD.manifest());
    assertThat(slots.goBack()).isFalse(); // there is no release before that
  }

  @Test
  void onARealDiskTheLinksAreRelativeAndTheProgramsExecutable(@TempDir Path root)
      throws IOException {
    var slots = new Slots(new PosixDisk(), root);
    slots.stage(OLD.manifest(), OLD.contents());
    slots.switchTo(OLD.manifest().slot());
    update(slots);
    var slot = NEW.manifest().slot();
    assertThat(Files.readSymbolicLink(root.resolve("current"))).isEqualTo(Path.of("slots", slot));
    assertThat(Files.readSymbolicLink(root.resolve("previous")))
        .isEqualTo(Path.of("slots", OLD.manifest().slot()));
    assertThat(root.resolve("current/bin/station")).isExecutable();
    assertThat(root.resolve("current/labels.txt")).hasBinaryContent(bytes("labels.txt"));
  }

  private static byte[] bytes(String path) {
    return NEW.files().getOrDefault(path, new byte[0]);
  }

  @Test
  void aFileWithOtherBytesThanSignedIsNotStaged() throws IOException {
    var slots = installed(new MemoryDisk(0));
    assertThatThrownBy(() -> slots.stage(NEW.manifest(), OLD.contents()))
        .isInstanceOf(SlotException.class);
  }

  @Test
  void aFileThatNeverEndsIsCutOffAtItsSignedLength() throws IOException {
    var slots = installed(new MemoryDisk(0));
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };
    assertThatThrownBy(() -> slots.stage(NEW.manifest(), _ -> endless))
        .hasMessageContaining("longer");
  }

  @Test
  void onlyTheReleaseThatRunsAndTheOneBeforeAreKept() throws IOException {
    var slots = installed(new MemoryDisk(0));
    update(slots);
    var third = Releases.of("1.2.0", 3);
    slots.stage(third.manifest(), third.contents());
    slots.switchTo(third.manifest().slot());
    slots.clean();
    assertThat(slots.manifest(OLD.manifest().slot())).isEmpty();
    assertThat(slots.manifest(NEW.manifest().slot())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "/etc/passwd", "a/../b", "a//b", ".", "", "a\\b", "MANIFEST", "a/"})
  void noPathLeavesTheSlot(String path) {
    var files = Map.of(path, new byte[1]);
    assertThatThrownBy(() -> Releases.of("1", files)).isInstanceOf(JsonException.class);
  }

  @Test
  void aManifestIsReadAsItWasWritten() {
    var manifest = NEW.manifest();
    assertThat(Manifest.read(manifest.bytes())).isEqualTo(manifest);
    var twice = List.of(manifest.files().getFirst(), manifest.files().getFirst());
    assertThatThrownBy(() -> new Manifest("1", twice)).hasMessageContaining("twice");
  }
}
