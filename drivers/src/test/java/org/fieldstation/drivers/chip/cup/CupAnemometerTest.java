package org.fieldstation.drivers.chip.cup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fieldstation.drivers.Quantity.WIND_SPEED;

import java.time.Duration;
import java.time.Instant;
import org.fieldstation.drivers.SensorFault.Code;
import org.fieldstation.drivers.chip.cup.CupAnemometer.Cups;
import org.fieldstation.drivers.time.VirtualTime;
import org.fieldstation.drivers.wires.RecordingEdges;
import org.junit.jupiter.api.Test;

final class CupAnemometerTest {
  private static final long MILLISECOND = 1_000_000;

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final RecordingEdges edges = new RecordingEdges();
  private final CupAnemometer cups = CupAnemometer.open(edges, Cups.ARGENT, time);

  /** The kit's data sheet: one closing a second is 2.4 km/h. */
  @Test
  void threeClosingsInASecondAreTwoMetresASecond() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      edges.edge(300 * MILLISECOND * i);
    }
    time.sleep(Duration.ofSeconds(1));
    assertThat(cups.read().value(WIND_SPEED).orElseThrow()).isCloseTo(2, within(1e-9));
    time.sleep(Duration.ofSeconds(1));
    assertThat(cups.read().value(WIND_SPEED)).hasValue(0);
  }

  @Test
  void aContactThatBouncesClosesOnce() {
    edges.edge(0);
    edges.edge(MILLISECOND);
    edges.edge(2 * MILLISECOND);
    edges.edge(20 * MILLISECOND);
    assertThat(cups.closings()).isEqualTo(2);
  }

  @Test
  void edgesThatTheKernelDroppedAreCounted() {
    edges.edge(0);
    edges.lose(5);
    edges.edge(100 * MILLISECOND);
    assertThat(cups.closings()).isEqualTo(7);
  }

  @Test
  void aBurstOfTwoThousandASecondLosesNothing() {
    var fast = CupAnemometer.open(edges, new Cups(0.01, Duration.ZERO, 75), time);
    for (int i = 0; i < 20_000; i++) {
      edges.edge(i * MILLISECOND / 2);
    }
    assertThat(fast.closings()).isEqualTo(20_000);
  }

  @Test
  void aWindThatHasNeverBeenIsAFault() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      edges.edge(5 * MILLISECOND * i);
    }
    time.sleep(Duration.ofSeconds(1));
    assertThat(cups.read().faults()).extracting("code").containsExactly(Code.OUT_OF_RANGE);
  }

  @Test
  void twoReadsAtOneInstantAreNotDividedByZero() {
    assertThat(cups.read().faults()).extracting("code").containsExactly(Code.NOT_READY);
  }
}
