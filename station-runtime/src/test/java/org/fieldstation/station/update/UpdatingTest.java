package org.fieldstation.station.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fieldstation.ota.update.Pause;
import org.fieldstation.ota.update.Phase;
import org.fieldstation.station.update.Order.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders, budgets and ways back, beside how an update ends. */
class UpdatingTest {
  @TempDir Path folder;
  private Outpost station;

  @BeforeEach
  void aStationAndARepository() throws IOException {
    station = new Outpost(folder);
  }

  @Test
  void anotherOrderHasToWaitUntilTheOneThereIsHasEnded() {
    station.runs();
    assertThat(station.desk().take(Order.ofUri("coap://other/ota/targets/x", "province")))
        .isFalse();
    assertThat(station.desk().take(Order.ofUri(Outpost.URI, "reserve"))).isTrue(); // the same again
  }

  @Test
  void aBudgetThatIsUsedUpStopsADownloadInTheMiddleAndAnotherDayGoesOn() {
    station.budget = 30_000;
    station.desk().take(Order.ofUri(Outpost.URI, "reserve"));
    int days = 0;
    for (var updating = station.updating(); station.phase() != Phase.STAGED && days < 20; days++) {
      updating.goOn();
      station.budget = 30_000; // midnight
    }
    assertThat(days).isBetween(4, 8);
    assertThat(station.faults).doesNotContain("update-link no link");
  }

  @Test
  void aPersonHasTheOldReleaseBack() {
    station.becomes2();
    station.desk().take(new Order("", "/", "technician", Set.of(Wish.BACK)));
    assertThat(station.goOn()).isEqualTo(Pause.RESTART);
    assertThat(station.desk().status().current().orElseThrow()).startsWith("1-");
    assertThat(station.desk().status().last().orElseThrow().release()).startsWith("2-");
    station.desk().take(new Order("", "/", "technician", Set.of(Wish.BACK)));
    assertThat(station.goOn()).isEqualTo(Pause.CHOICE); // there is no release before that
    assertThat(station.desk().status().last().orElseThrow().reason()).isEqualTo("NO_WAY_BACK");
  }

  @Test
  void ofAReleaseForSeveralArchitecturesComesTheFileForThisOne() throws IOException {
    station.publish("2", List.of("riscv64"), 1_000);
    station.becomes2();
    assertThat(station.told).containsExactly(Outpost.file("2") + " reserve SUCCESS ");
  }

  @Test
  void aReleaseThatNobodyMadeForThisArchitectureIsUnsupportedAndNotUnknown() throws IOException {
    station.publish("3", List.of("riscv64"), 1_000);
    station.desk().take(Order.ofUri(Outpost.URI.replace("-2", "-3"), "reserve"));
    station.goOn();
    station.ends(6, "WRONG_ARCHITECTURE");
  }

  @Test
  void aBatteryThatIsLowKeepsAnUpdateFromBeingBroughtAndFromBeingTried() {
    station.battery = 19;
    station.runs();
    assertThat(station.phase()).isEqualTo(Phase.METADATA);
    assertThat(station.faults).last().asString().startsWith("update-battery the update waits");
    station.battery = 60;
    assertThat(station.goOn()).isEqualTo(Pause.LEAVE);
    station.battery = 19;
    station.desk().wish(Wish.GO);
    assertThat(station.goOn()).isEqualTo(Pause.LEAVE);
    assertThat(station.phase()).isEqualTo(Phase.STAGED);
    station.battery = 60;
    assertThat(station.goOn()).isEqualTo(Pause.RESTART);
  }
}
