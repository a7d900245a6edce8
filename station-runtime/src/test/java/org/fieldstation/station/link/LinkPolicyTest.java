package org.fieldstation.station.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.link.Gate.Answer;
import org.fieldstation.station.settings.LinkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkPolicyTest {
  @TempDir Path folder;

  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T12:00:00Z"));
  private final List<String> withheld = new ArrayList<>();
  private Optional<String> route = Optional.of("wwan0");
  private OptionalDouble battery = OptionalDouble.empty();

  @Test
  void urgentRecordsAlwaysLeave() {
    battery = OptionalDouble.of(1);
    var gate = gate(link(0, 0, "00:00-23:59", 50));
    assertThat(gate.ask(Lane.URGENT)).isInstanceOf(Answer.Open.class);
    assertThat(withheld).isEmpty();
  }

  @Test
  void aBudgetIsSpentByWhatGoesOutAndIsFullAgainTheNextDay() throws InterruptedException {
    var gate = gate(link(10, 0, "", 0));
    assertThat(gate.ask(Lane.DATA)).isEqualTo(new Answer.Open(9_700));
    gate.goes(Lane.DATA, 9_000);
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Closed.class);
    assertThat(withheld).containsExactly("withheld-budget");
    time.sleep(Duration.ofHours(12));
    assertThat(gate.ask(Lane.DATA)).isEqualTo(new Answer.Open(9_700));
  }

  @Test
  void aPowerCutNeverFillsABudgetAgain() {
    gate(link(50, 0, "", 0)).goes(Lane.DATA, 20_000);
    var after = gate(link(50, 0, "", 0)).ask(Lane.DATA);
    assertThat(after).isInstanceOf(Answer.Open.class);
    assertThat(((Answer.Open) after).bytes()).isLessThanOrEqualTo(50_000 - 20_300 - 300);
  }

  @Test
  void anAlertLeavesFromADiskOnWhichNothingCanBeWritten() throws Exception {
    Files.createDirectory(folder.resolve("spent.part"));
    var gate = gate(link(50, 0, "", 0));
    gate.goes(Lane.URGENT, 20_000);
    assertThatThrownBy(() -> gate.goes(Lane.DATA, 20_000)).hasMessageContaining("counted");
  }

  @Test
  void aSpendingFileOfNoiseIsADayWithFullPurses() throws Exception {
    Files.write(folder.resolve("spent"), new byte[] {(byte) 0xff, 0, 1, '\n'});
    assertThat(gate(link(10, 0, "", 0)).ask(Lane.DATA)).isEqualTo(new Answer.Open(9_700));
    Files.writeString(folder.resolve("spent"), "2026-06-01\nlte DATA -5\nlte DATA x\n\n");
    assertThat(gate(link(10, 0, "", 0)).ask(Lane.DATA)).isEqualTo(new Answer.Open(9_700));
  }

  @Test
  void quietHoursGoOverMidnight() throws InterruptedException {
    var gate = gate(link(10, 10, "22:00-05:30", 0));
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Open.class);
    time.sleep(Duration.ofHours(11));
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Closed.class);
    time.sleep(Duration.ofMinutes(6 * 60 + 30));
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Open.class);
    assertThat(withheld).containsExactly("withheld-quiet-hours");
  }

  @Test
  void aLowBatteryHoldsBackWhatIsNotUrgentAndAnUnknownOneDoesNot() {
    var gate = gate(link(10, 10, "", 40));
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Open.class);
    battery = OptionalDouble.of(39);
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Closed.class);
    assertThat(withheld).containsExactly("withheld-battery");
  }

  @Test
  void mediaWaitWhileALinkFailsAndRecordsProbeIt() {
    var gate = gate(link(10, 10, "", 0));
    gate.ended(false);
    assertThat(gate.ask(Lane.MEDIA)).isInstanceOf(Answer.Closed.class);
    assertThat(gate.ask(Lane.DATA)).isInstanceOf(Answer.Open.class);
    gate.ended(true);
    assertThat(gate.ask(Lane.MEDIA)).isInstanceOf(Answer.Open.class);
  }

  @Test
  void aLinkThatNobodySpeaksOfCarriesEverything() {
    route = Optional.of("eth0");
    assertThat(gate(link(0, 0, "", 0)).ask(Lane.MEDIA)).isInstanceOf(Answer.Open.class);
  }

  @Test
  void aSatelliteCarriesNoMediaAndLittleElseUnlessToldTo() {
    var satellite =
        new LinkSettings(
            "sky",
            "satellite",
            "wwan0",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var gate = gate(satellite);
    assertThat(gate.ask(Lane.MEDIA)).isInstanceOf(Answer.Closed.class);
    assertThat(gate.ask(Lane.DATA)).isEqualTo(new Answer.Open(199_700));
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> link(1, 1, "25:00-26:00", 0)).hasMessageContaining("quiet-utc");
    assertThatThrownBy(() -> link(-1, 1, "", 0)).hasMessageContaining("budget");
    assertThatThrownBy(() -> link(1, 1, "", 101)).hasMessageContaining("least-battery");
  }

  private Gate gate(LinkSettings link) {
    var policy =
        new LinkPolicy(List.of(link), folder.resolve("spent"), () -> route, time, () -> battery);
    return policy.gate(held -> withheld.add(held.code()));
  }

  private static LinkSettings link(int dataKb, int mediaKb, String quiet, int battery) {
    return new LinkSettings(
        "lte",
        "lte",
        "wwan0",
        Optional.of(dataKb),
        Optional.of(mediaKb),
        quiet.isEmpty() ? Optional.empty() : Optional.of(quiet),
        Optional.of(battery));
  }
}
