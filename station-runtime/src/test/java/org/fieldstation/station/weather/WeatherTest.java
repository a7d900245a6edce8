package org.fieldstation.station.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.AIR_PRESSURE;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.RAIN;
import static org.fieldstation.drivers.Quantity.RELATIVE_HUMIDITY;
import static org.fieldstation.drivers.Quantity.SEA_LEVEL_PRESSURE_QFF;
import static org.fieldstation.drivers.Quantity.SEA_LEVEL_PRESSURE_QNH;
import static org.fieldstation.drivers.Quantity.WIND_DIRECTION;
import static org.fieldstation.drivers.Quantity.WIND_GUST;
import static org.fieldstation.drivers.Quantity.WIND_SPEED;
import static org.fieldstation.drivers.Quantity.WIND_VECTOR_SPEED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.SensorFault;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

class WeatherTest {
  private static final Sample LOST =
      Sample.failed(Set.of(AIR_TEMPERATURE), SensorFault.Code.LOST, "unplugged");

  @Test
  void aMinuteIsSixSamplesAndTheirMeanIsOneRecord() {
    assertThat(Pace.forRecordsEvery(Duration.ofMinutes(1)))
        .isEqualTo(new Pace(Duration.ofSeconds(10), 6));
    assertThat(Pace.forRecordsEvery(Duration.ofSeconds(1)))
        .isEqualTo(new Pace(Duration.ofSeconds(1), 1));
    assertThat(Pace.forRecordsEvery(Duration.ofDays(1)))
        .isEqualTo(new Pace(Duration.ofMinutes(24), 60));

    var means = celsius(10, 11, 12, 13, 14, 15, 20, 20, 20, 20, 20, 20, 1).gather(Means.of(6));

    assertThat(means.map(it -> it.value(AIR_TEMPERATURE).orElseThrow()))
        .containsExactly(12.5, 20.0);
  }

  @Test
  void aMinuteOfWhichAThirdIsMissingHasAMeanAndOneOfWhichHalfIsMissingHasAFault() {
    var third = Stream.concat(celsius(10, 10, 10, 10), Stream.of(LOST, LOST)).gather(Means.of(6));
    var half = Stream.concat(celsius(10, 10, 10), Stream.of(LOST, LOST, LOST)).gather(Means.of(6));

    assertThat(third.toList())
        .containsExactly(new Sample(List.of(new Reading(AIR_TEMPERATURE, 10)), List.of()));
    assertThat(half.toList().getFirst().faults())
        .containsExactly(new SensorFault(AIR_TEMPERATURE, SensorFault.Code.LOST, "unplugged"));
  }

  @Test
  void ofRainTheLastCountIsTaken() {
    var rain = samples(RAIN, 1, 2, 3).gather(Means.of(3)).toList();

    assertThat(rain.getFirst().value(RAIN)).hasValue(3);
  }

  @Test
  void thePressureHereStaysAndWhatItWouldBeAtSeaLevelIsNamedByItsFormula() {
    var air =
        new Sample(
            List.of(
                new Reading(AIR_PRESSURE, 95_000),
                new Reading(AIR_TEMPERATURE, 20),
                new Reading(RELATIVE_HUMIDITY, 60)),
            List.of());

    var low = new SeaLevel(OptionalDouble.of(540)).add(air);
    var high = new SeaLevel(OptionalDouble.of(2_400)).add(air);

    assertThat(low.value(AIR_PRESSURE)).hasValue(95_000);
    assertThat(low.value(SEA_LEVEL_PRESSURE_QNH).orElseThrow()).isCloseTo(101_310, within(150.0));
    assertThat(low.value(SEA_LEVEL_PRESSURE_QFF).orElseThrow()).isCloseTo(101_100, within(150.0));
    assertThat(high.value(SEA_LEVEL_PRESSURE_QFF)).isEmpty();
    assertThat(new SeaLevel(OptionalDouble.empty()).add(air)).isEqualTo(air);
  }

  @Test
  void tenMinutesOfWindGiveTheirMeanTheirVectorAndTheirGust() {
    var speeds = new double[2_400];
    java.util.Arrays.fill(speeds, 4);
    java.util.Arrays.fill(speeds, 1_000, 1_012, 16);
    var wind =
        samples(WIND_SPEED, speeds)
            .gather(Winds.every(Duration.ofMinutes(10), () -> OptionalDouble.of(90)))
            .toList();

    assertThat(wind).hasSize(1);
    assertThat(wind.getFirst().value(WIND_SPEED).orElseThrow()).isCloseTo(4.06, within(1e-9));
    assertThat(wind.getFirst().value(WIND_VECTOR_SPEED).orElseThrow())
        .isCloseTo(4.06, within(1e-9));
    assertThat(wind.getFirst().value(WIND_DIRECTION).orElseThrow()).isCloseTo(90, within(1e-9));
    assertThat(wind.getFirst().value(WIND_GUST)).hasValue(16);
  }

  @Test
  void withoutAVaneThereIsASpeedAndNoDirection() {
    var speeds = new double[2_400];
    var still =
        samples(WIND_SPEED, speeds)
            .gather(Winds.every(Duration.ofMinutes(5), OptionalDouble::empty))
            .toList();

    assertThat(still).hasSize(1); // after five minutes there is no wind of ten yet
    assertThat(still.getFirst().value(WIND_SPEED)).hasValue(0);
    assertThat(still.getFirst().value(WIND_DIRECTION)).isEmpty();
  }

  @Test
  void cupsThatAreLostAreAFaultAtOnceAndAWindWithAHoleIsOneLater() {
    var lost = Sample.failed(Set.of(WIND_SPEED), SensorFault.Code.LOST, "unplugged");
    var hole =
        Stream.of(samples(WIND_SPEED, new double[1_199]), Stream.generate(() -> lost).limit(1_200))
            .flatMap(it -> it);
    var wind =
        Stream.concat(hole, samples(WIND_SPEED, 1))
            .gather(Winds.every(Duration.ofMinutes(5), OptionalDouble::empty))
            .toList();

    assertThat(wind).hasSize(2);
    assertThat(wind.get(0).faults())
        .extracting(SensorFault::code)
        .containsOnly(SensorFault.Code.LOST);
    assertThat(wind.get(1).faults())
        .extracting(SensorFault::code)
        .containsOnly(SensorFault.Code.NOT_MEASURED);
  }

  @Test
  void aVaneThatHasNotToldForASecondTellsNothing() throws InterruptedException {
    var time = new VirtualTime(Instant.EPOCH);
    var bearing = new Bearing(time);
    assertThat(bearing.now()).isEmpty();

    bearing.take(new Sample(List.of(new Reading(WIND_DIRECTION, 45)), List.of()));
    assertThat(bearing.now()).hasValue(45);

    time.sleep(Duration.ofSeconds(3));
    assertThat(bearing.now()).isEmpty();
  }

  private static Stream<Sample> celsius(double... values) {
    return samples(AIR_TEMPERATURE, values);
  }

  private static Stream<Sample> samples(Quantity quantity, double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> new Sample(List.of(new Reading(quantity, values[i])), List.of()));
  }
}
