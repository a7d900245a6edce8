package org.fieldstation.drivers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fieldstation.drivers.Quantity.AIR_TEMPERATURE;
import static org.fieldstation.drivers.Quantity.ILLUMINANCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.time.VirtualTime;
import org.junit.jupiter.api.Test;

final class PlausibleTest {
  private static final Limits AIR = new Limits(-45, 60, 0.5, Duration.ofHours(1));

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final Said sensor = new Said();
  private final Sensor believed = new Plausible(sensor, Map.of(AIR_TEMPERATURE, AIR), time);

  @Test
  void aSlowChangeIsBelieved() throws InterruptedException {
    for (double celsius = 20; celsius < 30; celsius++) {
      assertThat(said(celsius).value(AIR_TEMPERATURE)).hasValue(celsius);
      time.sleep(Duration.ofSeconds(10));
    }
  }

  @Test
  void aJumpIsAFaultAndWhatFollowsIsBelievedAgain() throws InterruptedException {
    said(20);
    time.sleep(Duration.ofSeconds(1));
    assertThat(said(40).faults()).extracting("code").containsExactly(Code.IMPOSSIBLE_RATE);
    time.sleep(Duration.ofSeconds(1));
    assertThat(said(40.1).value(AIR_TEMPERATURE)).hasValue(40.1);
  }

  @Test
  void theSameDigitsForAnHourAreStuckUntilTheyChange() throws InterruptedException {
    said(20);
    time.sleep(Duration.ofMinutes(59));
    assertThat(said(20).faults()).isEmpty();
    time.sleep(Duration.ofMinutes(1));
    assertThat(said(20).faults()).extracting("code").containsExactly(Code.STUCK);
    time.sleep(Duration.ofMinutes(1));
    assertThat(said(20.01).faults()).isEmpty();
  }

  @Test
  void whatNatureCannotDoIsOutOfRangeEvenIfTheChipCan() throws InterruptedException {
    assertThat(said(84).faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
  }

  @Test
  void aQuantityWithoutLimitsIsLeftAlone() throws InterruptedException {
    sensor.next = new Sample(List.of(new Reading(ILLUMINANCE, 1e5)), List.of());
    assertThat(believed.read().value(ILLUMINANCE)).hasValue(1e5);
  }

  @Test
  void aFaultOfTheSensorStaysWhatItIs() throws InterruptedException {
    sensor.next = Sample.failed(Set.of(AIR_TEMPERATURE), Code.BAD_CHECKSUM, "bit");
    assertThat(believed.read()).isEqualTo(sensor.next);
  }

  private Sample said(double celsius) throws InterruptedException {
    sensor.next = new Sample(List.of(new Reading(AIR_TEMPERATURE, celsius)), List.of());
    return believed.read();
  }

  private static final class Said implements Sensor {
    private Sample next = new Sample(List.of(), List.of());

    @Override
    public String name() {
      return "said";
    }

    @Override
    public Set<Quantity> quantities() {
      return Set.of(AIR_TEMPERATURE, ILLUMINANCE);
    }

    @Override
    public Sample read() {
      return next;
    }
  }
}
