package org.fieldstation.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fieldstation.drivers.BoardState;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.Place;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station on a virtual board with a lid, a button, a lamp, a clock chip and a receiver. */
class FieldBoardTest {
  private static final Instant SHUTDOWN = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration OFF_FOR = Duration.ofDays(30);
  private static final int LID = 17;
  private static final int BUTTON = 27;
  private static final int LAMP = 26;

  private static final String BOARD =
      """
      [board]
      profile = "sim"
      led = { at = "pin37" }
      gnss = { at = "uart" }
      clock-chip = { at = "i2c/0x68" }
      [[board.contact]]
      name = "lid"
      use = "tamper"
      at = "pin11"
      [[board.contact]]
      name = "button"
      use = "shutdown"
      at = "pin13"
      [[sensor]]
      name = "air"
      chip = "bme280"
      at = "i2c/0x76"
      """;

  private final VirtualSite site;
  private final VirtualTime time;

  FieldBoardTest(@TempDir Path folder) {
    site = new VirtualSite(folder, SHUTDOWN);
    time = site.time();
    var receiver = (Place.Serial) Place.parse("/dev/serial0");
    site.hardware().board(time).plug(receiver, () -> said().getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aStationWithoutAClockRecordsAndASatelliteSetsItLaterAndSaysSo() throws Exception {
    time.step(Duration.ZERO, TimeSource.NONE);
    site.pin(LID).drive(false);
    try (var _ = site.start(BOARD)) {
      time.sleep(Duration.ofSeconds(70));
      assertThat(time.now().source()).isEqualTo(TimeSource.GNSS);
      assertThat(Duration.between(SHUTDOWN.plus(OFF_FOR), time.now().utc()).toSeconds())
          .isBetween(65L, 75L);
    }

    assertThat(site.records(Kind.FAULT))
        .anyMatch(it -> it.contains("clock-chip-invalid") && it.contains("oscillator"));
    assertThat(site.records(Kind.CLOCK)).hasSize(1);
    assertThat(site.records(Kind.READING))
        .anyMatch(it -> it.contains("latitude") && it.contains("24.5"))
        .anyMatch(it -> it.contains("air-temperature"));
  }

  @Test
  void anOpenedLidIsAnUrgentRecordAtOnceAndAPressedButtonStopsTheStation() throws Exception {
    site.pin(LID).drive(false);
    var stopped = new AtomicBoolean();
    try (var station = site.start(BOARD)) {
      station.onStopAsked(() -> stopped.set(true));
      time.sleep(Duration.ofSeconds(5));
      long before = station.journal().last(Lane.URGENT);

      site.pin(LID).drive(true);
      time.sleep(Duration.ofMillis(200));
      assertThat(station.journal().last(Lane.URGENT)).isGreaterThan(before);
      assertThat(stopped).isFalse();

      site.pin(BUTTON).drive(false);
      time.sleep(Duration.ofMillis(200));
      assertThat(stopped).isTrue();
    }

    assertThat(site.records(Kind.CONTACT))
        .containsSubsequence(
            "[\"lid\",\"tamper\",true]",
            "[\"lid\",\"tamper\",false]",
            "[\"button\",\"shutdown\",true]");
  }

  @Test
  void aSupplyThatSagsAndAHotProcessorAreToldOnceAndTheHeatIsMeasured() throws Exception {
    site.hardware().feels(BoardState.of(OptionalDouble.of(61.5), 0x10000));
    try (var _ = site.start(BOARD)) {
      time.sleep(Duration.ofMinutes(5));
      site.hardware().feels(BoardState.of(OptionalDouble.of(82), 0x10005));
      time.sleep(Duration.ofMinutes(10));
    }

    assertThat(site.records(Kind.FAULT))
        .filteredOn(it -> it.contains("\"board\""))
        .satisfiesExactly(
            it -> assertThat(it).contains("\"board-under-voltage-before\""),
            it -> assertThat(it).contains("\"board-under-voltage\""),
            it -> assertThat(it).contains("\"board-throttled\""));
    assertThat(site.records(Kind.READING))
        .filteredOn(it -> it.startsWith("[\"board\""))
        .hasSize(2)
        .last()
        .asString()
        .isEqualTo("[\"board\",[\"chip-temperature\",82]]");
  }

  @Test
  void theLampFlashesOnceForAStationThatIsWellAndGoesOutWithIt() throws Exception {
    try (var _ = site.start(BOARD)) {
      time.sleep(Duration.ofSeconds(30));
      assertThat(flashes(Duration.ofSeconds(14))).isBetween(3, 5);
    }
    assertThat(site.pin(LAMP).high()).isFalse();
  }

  private int flashes(Duration watched) throws InterruptedException {
    int flashes = 0;
    boolean before = site.pin(LAMP).high();
    for (long i = 0; i < watched.toMillis() / 50; i++) {
      time.sleep(Duration.ofMillis(50));
      boolean now = site.pin(LAMP).high();
      flashes += now && !before ? 1 : 0;
      before = now;
    }
    return flashes;
  }

  /** What a receiver says whose station was off for a month. */
  private String said() {
    var utc = SHUTDOWN.plus(OFF_FOR).plus(time.now().uptime()).atOffset(ZoneOffset.UTC);
    var clock = utc.format(DateTimeFormatter.ofPattern("HHmmss'.00'"));
    return sentence("GPGGA," + clock + ",2430.0000,N,10100.0000,E,1,08,1.0,1980.0,M,-30.0,M,,")
        + sentence(
            "GPRMC,"
                + clock
                + ",A,2430.0000,N,10100.0000,E,0.0,0.0,"
                + utc.format(DateTimeFormatter.ofPattern("ddMMyy"))
                + ",,,A");
  }

  private static String sentence(String body) {
    int sum = body.chars().reduce(0, (a, b) -> a ^ b);
    return "$%s*%02X\r\n".formatted(body, sum);
  }
}
