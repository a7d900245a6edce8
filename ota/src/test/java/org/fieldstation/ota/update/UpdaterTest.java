package org.fieldstation.ota.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldstation.ota.slots.Manifest.Packing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release comes, is tried, stays or goes; nobody has to be there. */
class UpdaterTest {
  private Mast mast = noMast();

  private static Mast noMast() {
    try {
      return new Mast(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void aStation() {
    mast = noMast();
  }

  private void ends(String version, String... reports) {
    assertThat(mast.runs()).isEqualTo(version);
    assertThat(mast.station.reports).containsExactly(reports);
    assertThat(mast.disk.list(Mast.ROOT.resolve("dl"))).isEmpty();
  }

  @Test
  void aGoodReleaseIsInstalledTriedConfirmedAndReported() {
    mast.live(10);
    ends("1.1.0", "SUCCESS");
    assertThat(mast.slots().previous()).contains(Mast.OLD.manifest().slot());
  }

  @Test
  void onlyWhatChangedComesOverTheAir() {
    mast.live(10);
    var objects =
        mast.signers.repository.asked.stream().filter(name -> name.startsWith("objects/")).toList();
    assertThat(objects).hasSize(2).doesNotHaveDuplicates();
    var patch =
        mast.manifest.files().stream()
            .filter(file -> file.path().equals("lib/app.jar"))
            .flatMap(file -> file.packings().stream())
            .filter(packing -> packing.from().isPresent())
            .mapToLong(Packing::length)
            .min();
    assertThat(patch.orElseThrow()).isLessThan(100);
  }

  @Test
  void aReleaseThatNeverStartsIsTakenBackByTheLauncherAndNeverTriedAgain() {
    mast.newCrashes = true;
    mast.live(20);
    ends("1.0.0", "FAILED DID_NOT_START");
    mast.newCrashes = false;
    mast.station.chosen = Optional.of("station.manifest");
    mast.live(10);
    ends("1.0.0", "FAILED DID_NOT_START", "FAILED KNOWN_BAD");
  }

  @Test
  void aReleaseThatIsNotWellAfterTenMinutesIsTakenBack() {
    mast.station.healthy = false;
    mast.live(10);
    ends("1.0.0", "FAILED NOT_HEALTHY");
  }

  @Test
  void aReleaseThatDoesNotRecordIsTakenBackAtOnce() {
    mast.station.recording = false;
    mast.live(10);
    ends("1.0.0", "FAILED NOT_RECORDING");
  }

  @Test
  void aPersonCanHaveTheOldReleaseBackDuringATrialAndAfterwards() {
    mast.station.rejected = true;
    mast.live(10);
    ends("1.0.0", "FAILED REJECTED");
    assertThat(mast.updater().goBack()).isFalse(); // it runs already
    mast = noMast();
    mast.live(10);
    ends("1.1.0", "SUCCESS");
    assertThat(mast.updater().goBack()).isTrue();
    assertThat(mast.runs()).isEqualTo("1.0.0");
  }

  /** It begins well, and dies a minute before its trial ends, each time. */
  @Test
  void aReleaseThatLeaksRunsOutOfStarts() {
    mast.updater().run();
    for (int start = 0; start < 4; start++) {
      new FakeLauncher(mast.disk, Mast.ROOT, Path.of("slots")).start();
      var updater = mast.updater();
      for (int minute = 0; minute < 4; minute++) {
        mast.station.uptime = Duration.ofMinutes(minute);
        updater.run();
      }
    }
    mast.live(10);
    ends("1.0.0", "FAILED DID_NOT_START");
  }

  @Test
  void anUpdateThatIsCalledOffLeavesNothingBehind() {
    mast.station.mayRestart = false;
    assertThat(mast.updater().run()).isEqualTo(Pause.LEAVE);
    mast.station.withdrawn = true;
    mast.live(10);
    ends("1.0.0", "CANCELLED CANCELLED");
    assertThat(mast.disk.list(Mast.ROOT.resolve("slots"))).hasSize(1);
  }

  @Test
  void afterTheSwitchItIsTooLateToCallOff() {
    mast.updater().run();
    mast.station.withdrawn = true;
    mast.live(10);
    ends("1.1.0", "SUCCESS");
    assertThat(mast.station.departures).isEqualTo(1);
  }

  @Test
  void aDownloadFromWhichNothingComesForWeeksIsGivenUp() {
    mast.repository =
        (name, from) -> {
          if (name.startsWith("objects/")) {
            throw new IOException("no link");
          }
          return mast.signers.repository.open(name, from);
        };
    for (int hour = 0; hour < Limits.field().silences(); hour++) {
      mast.updater().run();
    }
    mast.live(10);
    ends("1.0.0", "LINK_LOST LINK_LOST");
  }

  @Test
  void aBudgetThatIsUsedUpIsNoSilence() {
    mast.repository =
        (_, _) -> {
          mast.station.mayDownload = false;
          throw new IOException("today's bytes are spent");
        };
    for (int hour = 0; hour < 3 * Limits.field().silences(); hour++) {
      mast.updater().run();
      mast.station.mayDownload = true;
    }
    assertThat(mast.updater().state().phase()).isEqualTo(Phase.METADATA);
  }

  @Test
  void progressIsToldInBytesOverTheAir() {
    mast.station.mayRestart = false;
    mast.updater().run();
    var progress = Progress.read(mast.disk, Mast.ROOT);
    assertThat(progress.phase()).isEqualTo(Phase.STAGED);
    assertThat(progress.of()).isPositive();
    assertThat(progress.bytes()).isEqualTo(progress.of());
  }

  @Test
  void aReleaseThatCutsItsOwnUplinkIsTakenBackAfterThreeDays() {
    mast.station.reaches = false;
    mast.live(10);
    ends("1.0.0", "FAILED NO_CONTACT");
  }

  @Test
  void aStationThatHadNoContactBeforeNeedsNoneAfterwards() {
    mast.station.reaches = false;
    mast.station.hadContact = false;
    mast.live(10);
    ends("1.1.0", "SUCCESS");
  }

  @Test
  void aHealthyReleaseMayRestartOftenWhileItWaitsForContact() {
    mast.station.reaches = false;
    mast.updater().run();
    for (int night = 0; night < 10; night++) {
      new FakeLauncher(mast.disk, Mast.ROOT, Path.of("slots")).start();
      mast.station.uptime = Duration.ofMinutes(6);
      assertThat(mast.updater().run()).isEqualTo(Pause.PROOF);
    }
    mast.station.reaches = true;
    mast.live(10);
    ends("1.1.0", "SUCCESS");
  }

  @Test
  void aReleaseWaitsForLeaveToDownloadAndToRestart() {
    mast.station.mayDownload = false;
    assertThat(mast.updater().run()).isEqualTo(Pause.LINK);
    mast.station.mayDownload = true;
    mast.station.mayRestart = false;
    assertThat(mast.updater().run()).isEqualTo(Pause.LEAVE);
    assertThat(mast.runs()).isEqualTo("1.0.0");
  }

  @Test
  void aReleaseForAnotherMachineIsRefusedBeforeAnythingIsDownloaded() {
    mast.station.platform = new Platform("riscv64", 25);
    mast.live(10);
    ends("1.0.0", "UNSUPPORTED WRONG_ARCHITECTURE");
    mast.station.platform = new Platform("aarch64", 21);
    mast.station.chosen = Optional.of("station.manifest");
    mast.live(10);
    ends("1.0.0", "UNSUPPORTED WRONG_ARCHITECTURE", "UNSUPPORTED JAVA_TOO_OLD");
    assertThat(mast.signers.repository.asked).noneMatch(name -> name.startsWith("objects/"));
  }

  @Test
  void aReleaseNobodySignedIsUnknown() {
    mast.station.chosen = Optional.of("rootkit");
    mast.live(10);
    ends("1.0.0", "UNKNOWN_RELEASE UNKNOWN_TARGET");
  }

  @Test
  void anEndIsToldUntilSomebodyHeardIt() {
    mast.station.isHeard = false;
    mast.live(10);
    assertThat(mast.updater().run()).isEqualTo(Pause.EAR);
    mast.station.isHeard = true;
    mast.live(10);
    ends("1.1.0", "SUCCESS");
  }

  @Test
  void theSecurityEpochOfAConfirmedReleaseIsTheLeastFromThenOn() {
    mast.live(10);
    assertThat(mast.updater().state().epoch()).isEqualTo(1);
    mast.publish(List.of("aarch64"), 0);
    mast.signers.publish(2, mast.target(0));
    mast.station.chosen = Optional.of("station.manifest");
    mast.live(10);
    assertThat(mast.station.reports).containsExactly("SUCCESS", "BAD_INTEGRITY OLD_EPOCH");
  }

  @Test
  void aDownloadCutEveryTenPercentFetchesHardlyMoreThanTheImage() {
    var fetched = new long[1];
    var honest = mast.signers.repository;
    mast.repository =
        (name, from) -> {
          if (!name.startsWith("objects/")) {
            return honest.open(name, from);
          }
          var all = honest.files.getOrDefault(name, new byte[0]);
          var length = Math.min(all.length - (int) from, Math.max(1, all.length / 10));
          fetched[0] += length;
          return Optional.of(new ByteArrayInputStream(all, (int) from, length));
        };
    mast.live(60);
    ends("1.1.0", "SUCCESS");
    var needed =
        honest.files.entrySet().stream()
            .filter(file -> honest.asked.isEmpty() || file.getKey().startsWith("objects/"))
            .mapToLong(file -> file.getValue().length)
            .sum();
    assertThat(fetched[0]).isLessThanOrEqualTo(needed);
  }

  @Test
  void oneDamagedCopyOfTheStateCostsOneStepAndNoMore() {
    mast.station.mayRestart = false;
    mast.updater().run();
    for (var copy : List.of("state.0", "state.1")) {
      var file = Mast.ROOT.resolve(copy);
      var good = mast.disk.read(file);
      mast.disk.replace(file, new byte[] {'x'});
      assertThat(mast.updater().state().phase()).isIn(Phase.STAGING, Phase.STAGED);
      mast.disk.replace(file, good);
    }
  }
}
