package org.fieldstation.sim.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.catalogue.Chips;
import org.fieldstation.drivers.pi.PiWiring;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Contact;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.sim.pi.SimBoard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts contacts: rain and wind, on a virtual pin through Pi4J. */
final class CountersTest {
  @TempDir Path keep;

  @Test
  void aDayOfRainIsAllInTheGauge() throws InterruptedException {
    try (var stand = new Stand(Chips.kind("bucket"), keep)) {
      double before = stand.read(Duration.ofMinutes(1)).value(Quantity.RAIN).orElseThrow();
      double from = stand.weather.rainSum(stand.truth.t());
      for (int minute = 0; minute < 3 * 24 * 60; minute++) {
        stand.read(Duration.ofMinutes(1));
      }
      double after = stand.read(Duration.ofMinutes(1)).value(Quantity.RAIN).orElseThrow();
      double fell = stand.weather.rainSum(stand.truth.t()) - from;
      assertThat(fell).isGreaterThan(1);
      assertThat(after - before).isCloseTo(fell, within(0.2795));
    }
  }

  @Test
  void theWindIsTheMeanOfTheMinute() throws InterruptedException {
    try (var stand = new Stand(Chips.kind("cups"), keep)) {
      stand.read(Duration.ofMinutes(1));
      for (int minute = 0; minute < 60; minute++) {
        double from = stand.truth.t();
        double speed = stand.read(Duration.ofMinutes(1)).value(Quantity.WIND_SPEED).orElseThrow();
        double mean = 0;
        for (int second = 0; second < 60; second++) {
          mean += stand.weather.windSpeed(from + second + 0.5) / 60;
        }
        assertThat(speed).isCloseTo(mean, within(2 * 2.4 / 3.6 / 60)); // a closing at either end
      }
    }
  }

  @Test
  void aBouncingContactTipsOnce() throws InterruptedException {
    try (var stand = new Stand(Chips.kind("bucket"), keep)) {
      var pin = stand.board.pin(17);
      pin.beforeLooking(() -> {});
      double before = stand.read(Duration.ofMinutes(1)).value(Quantity.RAIN).orElseThrow();
      for (int tip = 0; tip < 10; tip++) {
        long nanos = stand.time.nanos();
        for (int bounce = 0; bounce < 8; bounce++) {
          pin.drive(bounce % 2 == 1, nanos + bounce * 3_000_000L);
        }
        stand.time.sleep(Duration.ofSeconds(2));
      }
      double after = stand.read(Duration.ofMinutes(1)).value(Quantity.RAIN).orElseThrow();
      assertThat(after - before).isCloseTo(2.794, within(1e-9));
    }
  }

  /** A counter at 2 kHz for ten seconds: whatever it counts, it counts all of it. */
  @Test
  void aBurstOfTwoThousandEdgesASecondLosesNothing() {
    var board = new VirtualBoard(new VirtualTime(Instant.EPOCH));
    try (var wiring = new PiWiring(new SimBoard(board))) {
      var pin = board.pin(27);
      var count = new long[2];
      wiring
          .edges(new Place.Pin(null, 27), Contact.COUNTED)
          .listen((_, sequence) -> {
            count[0]++;
            count[1] = sequence;
          });
      for (int i = 0; i < 20_000; i++) {
        pin.drive(i % 2 == 1, i * 500_000L);
      }
      assertThat(count).containsExactly(10_000, 10_000);
    }
  }

  /** The kernel's buffer overruns now and then. */
  @Test
  void closingsThatTheKernelHadNoRoomForAreCounted() throws InterruptedException {
    try (var stand = new Stand(Chips.kind("cups"), keep)) {
      var pin = stand.board.pin(27);
      pin.beforeLooking(() -> {});
      stand.read(Duration.ofSeconds(1));
      long nanos = stand.time.nanos();
      int closings = 0;
      for (int i = 0; i < 100; i++) {
        nanos += 10_000_000;
        pin.drive(false, nanos);
        pin.drive(true, nanos + 1_000_000);
        closings++;
        if (i % 10 == 9) {
          pin.lose(6); // three closings and three openings
          closings += 3;
        }
      }
      pin.drive(false, nanos + 10_000_000);
      closings++;
      var sample = stand.read(Duration.ofSeconds(10));
      assertThat(sample.value(Quantity.WIND_SPEED).orElseThrow())
          .isCloseTo(closings / 10.0 * 2.4 / 3.6, within(0.02));
    }
  }
}
