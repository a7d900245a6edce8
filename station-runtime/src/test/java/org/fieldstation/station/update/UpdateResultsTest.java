package org.fieldstation.station.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.ota.update.Pause;
import org.fieldstation.ota.update.Phase;
import org.fieldstation.station.update.Order.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server sees of an update in the firmware object: each result of the specification that
 * this station can have, brought about by what really leads to it.
 */
class UpdateResultsTest {
  @TempDir Path folder;
  private Outpost station;

  @BeforeEach
  void aStationAndARepository() throws IOException {
    station = new Outpost(folder);
  }

  @Test
  void result1AReleaseIsBroughtTriedAndStays() {
    station.becomes2();
    station.ends(1, "");
  }

  @Test
  void result2ThereIsNoRoom() {
    station.disk.room = 1_000_000;
    station.runs();
    station.ends(2, "DISK_FULL");
  }

  @Test
  void result4NothingComesForWeeks() {
    var honest = station.link;
    station.link =
        (name, from) -> {
          if (name.startsWith("objects/")) {
            throw new IOException("no link");
          }
          return honest.open(name, from);
        };
    station.desk().take(Order.ofUri(Outpost.URI, "reserve"));
    var updating = station.updating();
    for (int round = 0; round < 10 && station.desk().order().isPresent(); round++) {
      updating.goOn();
    }
    station.ends(4, "LINK_LOST");
    assertThat(station.faults).contains("update-link no link");
  }

  @Test
  void result5ItIsNotWhatWasSigned() throws IOException {
    try (var objects = Files.list(station.repository().resolve("objects"))) {
      for (var object : objects.toList()) {
        var bytes = Files.readAllBytes(object);
        bytes[bytes.length / 2] ^= 1;
        Files.write(object, bytes);
      }
    }
    station.runs();
    station.ends(5, "WRONG_HASH");
  }

  @Test
  void result6ItIsForAnotherMachine() throws IOException {
    station.publish("3", List.of("riscv64"), 1_000);
    station.desk().take(Order.ofUri(Outpost.URI.replace("-2", "-3"), "reserve"));
    station.goOn();
    station.ends(6, "WRONG_ARCHITECTURE");
  }

  @Test
  void result7TheAddressLeadsNowhere() {
    for (var uri :
        List.of("coap://depot/ota/targets/rootkit", "nonsense", "coap://depot", "/etc/targets/x")) {
      station.desk().take(Order.ofUri(uri, "reserve"));
      station.goOn();
      assertThat(station.desk().status().last().orElseThrow().result()).as(uri).isEqualTo(7);
    }
  }

  @Test
  void result8TheNewReleaseIsNotWell() {
    station.desk().take(Order.ofUri(Outpost.URI, "reserve").and(Wish.GO));
    assertThat(station.goOn()).isEqualTo(Pause.RESTART);
    station.time = new VirtualTime(Outpost.NOW.plusSeconds(60));
    station.sickness = Optional.of("trial-model");
    var trial = station.updating();
    trial.goOn();
    station.passes(Duration.ofMinutes(11));
    assertThat(trial.goOn()).isEqualTo(Pause.RESTART);
    station.time = new VirtualTime(Outpost.NOW.plusSeconds(3_600)); // the old release again
    assertThat(station.goOn()).isEqualTo(Pause.CHOICE);
    station.ends(8, "NOT_HEALTHY");
    assertThat(station.faults).contains("trial-model the release on trial is not well");
    assertThat(station.desk().status().current().orElseThrow()).startsWith("1-");
  }

  @Test
  void result8TheNewReleaseCannotWriteDownWhatItHears() {
    station.desk().take(Order.ofUri(Outpost.URI, "reserve").and(Wish.GO));
    assertThat(station.goOn()).isEqualTo(Pause.RESTART);
    station.time = new VirtualTime(Outpost.NOW.plusSeconds(60));
    var trial = station.updating();
    assertThat(trial.goOn()).isEqualTo(Pause.PROOF);
    station.writes = false;
    assertThat(trial.goOn()).isEqualTo(Pause.RESTART);
    station.writes = true;
    station.time = new VirtualTime(Outpost.NOW.plusSeconds(120)); // the old release again
    assertThat(station.goOn()).isEqualTo(Pause.CHOICE);
    station.ends(8, "NOT_RECORDING");
  }

  @Test
  void result9TheAddressIsOfAnotherKind() {
    station.desk().take(Order.ofUri("ftp://depot/ota/targets/station-2.manifest", "reserve"));
    station.goOn();
    station.ends(9, "UNSUPPORTED_PROTOCOL");
  }

  @Test
  void result10ItIsCalledOff() {
    station.runs();
    assertThat(station.phase()).isEqualTo(Phase.STAGED);
    station.desk().wish(Wish.WITHDRAW);
    station.goOn();
    station.ends(10, "CANCELLED");
  }

  @Test
  void result0AnEmptyAddressForgetsItAll() {
    station.runs();
    station.desk().reset();
    station.goOn();
    assertThat(station.desk().status().last()).isEmpty();
    assertThat(station.phase()).isEqualTo(Phase.IDLE);
  }
}
