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

  @Test
  void theThreadThatCapturesAllocatesNothingOnceItRuns() throws InterruptedException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var source = FakeSource.freeRunning();
    try (var microphone = CapturingMicrophone.start(source, Channel.MIX, SMALL, new SystemTime())) {
      long id = microphone.thread().threadId();
      readUntil(microphone, source, 5_000);
      long before = threads.getThreadAllocatedBytes(id);
      readUntil(microphone, source, 50_000);
      assertThat(threads.getThreadAllocatedBytes(id) - before).isZero();
    }
  }

  private static void readUntil(CapturingMicrophone microphone, FakeSource source, long blocks)
      throws InterruptedException {
    while (source.blocks.get() < blocks) {
      microphone.read();
    }
  }
}
