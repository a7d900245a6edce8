package org.fieldstation.drivers.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.time.SystemTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Field failure this prevents: capture that fills the heap has to wait for the collector. */
@Timeout(60)
final class CaptureAllocationTest {
  private static final RingSize SMALL =
      new RingSize(Duration.ofMillis(80), 1 << 20, Duration.ofMillis(10));

  /**
   * Nothing means nothing: 0 bytes in 10 000 blocks. An object a block would be there in every
   * stretch; what is there in one and not in the next is the compiler's, which puts back on the
   * heap what it had optimised away when it compiles anew.
   */
  @Test
  void theThreadThatCapturesAllocatesNothingOnceItRuns() throws InterruptedException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var source = FakeSource.freeRunning();
    try (var microphone = CapturingMicrophone.start(source, Channel.MIX, SMALL, new SystemTime())) {
      long id = microphone.thread().threadId();
      long least = Long.MAX_VALUE;
      for (int stretch = 0; stretch < 20 && least > 0; stretch++) {
        long before = threads.getThreadAllocatedBytes(id);
        readUntil(microphone, source, source.blocks.get() + 10_000);
        least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
      }
      assertThat(least).isZero();
      assertThat(microphone.counts().lostInRing()).isPositive(); // losing takes no memory either
    }
  }

  private static void readUntil(CapturingMicrophone microphone, FakeSource source, long blocks)
      throws InterruptedException {
    while (source.blocks.get() < blocks) {
      microphone.read();
    }
  }
}
