package org.fieldstation.station.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.gnss.Fix;
import org.fieldstation.drivers.gnss.GnssReceiver.Position;
import org.fieldstation.drivers.gnss.TimeOffer;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Instant SHUTDOWN = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant TRUE = Instant.parse("2026-07-01T00:00:00Z");
  private final VirtualTime time = new VirtualTime(SHUTDOWN);

  @Test
  void thePlaceIsWrittenAtTheFirstFixAndThenEveryHour() {
    var records = records(IntStream.range(0, 7_300).mapToObj(i -> at(i < 10 ? none() : fixed())));

    assertThat(records).hasSize(3);
    assertThat(records.getFirst().value(Quantity.LATITUDE)).hasValue(24.5);
    assertThat(records.getFirst().value(Quantity.ALTITUDE)).hasValue(1_980);
  }

  @Test
  void anHourWithoutAFixIsAFaultAndNoPlace() {
    var records = records(IntStream.range(0, 3_700).mapToObj(_ -> at(none())));

    assertThat(records).hasSize(1);
    assertThat(records.getFirst().readings()).isEmpty();
    assertThat(records.getFirst().faults().getFirst().detail()).contains("no fix");
  }

  @Test
  void aTimeThatIsTrustedSetsTheClockAndOneThatIsRefusedDoesNot() {
    time.step(Duration.ZERO, TimeSource.NONE);
    var clock = new SatelliteTime(time);

    clock.hear(told(new TimeOffer.Refused(TRUE, "no fix")));
    assertThat(time.now().source()).isEqualTo(TimeSource.NONE);

    clock.hear(told(new TimeOffer.Trusted(TRUE, time.nanos())));
    assertThat(time.now().source()).isEqualTo(TimeSource.GNSS);
    assertThat(time.now().utc()).isEqualTo(TRUE);
  }

  private List<Sample> records(java.util.stream.Stream<Position> positions) {
    return positions.gather(Places.every(Duration.ofHours(1), time)).toList();
  }

  private Position at(Position position) {
    try {
      time.sleep(Duration.ofSeconds(1));
      return position;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Position none() {
    return new Position(Optional.empty(), Optional.empty(), List.of(), 1, 0);
  }

  private static Position told(TimeOffer offer) {
    return new Position(Optional.empty(), Optional.of(offer), List.of(), 1, 0);
  }

  private static Position fixed() {
    var fix =
        new Fix(
            3,
            24.5,
            101.0,
            OptionalDouble.of(1_980),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.of(8));
    return new Position(Optional.of(fix), Optional.empty(), List.of(), 1, 0);
  }
}
