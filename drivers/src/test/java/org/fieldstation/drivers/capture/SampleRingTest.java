package org.fieldstation.drivers.capture;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The ring between the thread that captures and the one that reads. */
@Timeout(60)
final class SampleRingTest {

  @Test
  void noSampleIsLostOrDoubledBetweenTwoThreads() throws InterruptedException {
    int slots = 7;
    int longs = 16;
    long rounds = 50_000;
    var ring = new SampleRing(slots, longs * 8L);
    var writer = Thread.ofPlatform().start(() -> write(ring, rounds, longs));
    long expected = 0;
    while (expected < rounds) {
      if (ring.isEmpty()) {
        LockSupport.parkNanos(1);
        continue;
      }
      int count = ring.oldestFrames();
      if (ring.oldestPosition() != expected * longs || count != expected % longs + 1) {
        throw new AssertionError("slot " + expected + " is not where it should be");
      }
      for (int i = 0; i < count; i++) {
        if (ring.oldest().getAtIndex(JAVA_LONG, i) != expected * longs + i) {
          throw new AssertionError("slot " + expected + " holds somebody else's samples");
        }
      }
      ring.release();
      expected++;
    }
    writer.join();
    assertThat(ring.isEmpty()).isTrue();
  }

  private static void write(SampleRing ring, long rounds, int longs) {
    for (long round = 0; round < rounds; ) {
      if (!ring.hasRoom()) {
        LockSupport.parkNanos(1);
        continue;
      }
      int count = (int) (round % longs) + 1;
      var slot = ring.slot(true);
      for (int i = 0; i < count; i++) {
        slot.setAtIndex(JAVA_LONG, i, round * longs + i);
      }
      ring.publish(round * longs, count);
      round++;
    }
  }

  @Test
  void aFullRingHasASpareSlotThatNobodyReads() {
    var ring = new SampleRing(2, 8);
    for (int i = 0; i < 2; i++) {
      assertThat(ring.hasRoom()).isTrue();
      ring.slot(true).set(JAVA_LONG, 0, i);
      ring.publish(i, 1);
    }
    assertThat(ring.hasRoom()).isFalse();
    ring.slot(false).set(JAVA_LONG, 0, 99);
    assertThat(ring.oldest().get(JAVA_LONG, 0)).isZero();
  }

  @Test
  void aRingIsAsLongAsAskedUnlessThatTakesTooMuchMemory() {
    var size = new RingSize(Duration.ofSeconds(60), 32 << 20, Duration.ofMillis(100));
    assertThat(size.slots(48_000, 2)).isEqualTo(600);
    assertThat(size.slots(384_000, 2) * 100).isBetween(43_000, 44_000);
    assertThat(2L * size.slots(384_000, 2) * size.frames(384_000)).isLessThan(32 << 20);
  }
}
