package org.fieldstation.drivers.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.SystemTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Live sound with a reader that is late, a device that is pulled out, and a station that stops. */
@Timeout(60)
final class CapturingMicrophoneTest {
  private static final long BLOCK = 480;
  private static final RingSize FOUR_BLOCKS =
      new RingSize(Duration.ofMillis(40), 1 << 20, Duration.ofMillis(10));

  private final SystemTime time = new SystemTime();
  private final FakeSource source = FakeSource.onPermit(1);
  private final CapturingMicrophone microphone =
      CapturingMicrophone.start(source, Channel.MIX, FOUR_BLOCKS, time);

  @AfterEach
  void close() {
    microphone.close();
  }

  private void awaitCounts(CaptureCounts counts) throws InterruptedException {
    while (!microphone.counts().equals(counts)) {
      time.sleep(Duration.ofMillis(1));
    }
  }

  private Sound hear() throws InterruptedException {
    return microphone.read().orElseThrow();
  }

  @Test
  void whatTheDeviceGaveIsHeard() throws InterruptedException {
    source.permits.release(2);
    hear();
    var second = hear();
    assertThat(second.position()).isEqualTo(BLOCK);
    assertThat(second.rate()).isEqualTo(48_000);
    assertThat(second.samples()).hasSize((int) BLOCK);
    assertThat(second.samples()[7]).isEqualTo(FakeSource.sample(BLOCK + 7));
  }

  @Test
  void whatDoesNotFitInTheRingIsCountedToTheFrameAndPositionsJumpOverIt() throws Exception {
    source.permits.release(4);
    awaitCounts(new CaptureCounts(4 * BLOCK, 0, 0, 0));
    source.permits.release(3);
    awaitCounts(new CaptureCounts(4 * BLOCK, 3 * BLOCK, 0, 1));
    for (int i = 0; i < 4; i++) {
      assertThat(hear().position()).isEqualTo(i * BLOCK);
    }
    source.permits.release(1);
    var next = hear();
    assertThat(next.position()).isEqualTo(7 * BLOCK);
    assertThat(next.samples()[0]).isEqualTo(FakeSource.sample(7 * BLOCK));
    assertThat(microphone.counts()).isEqualTo(new CaptureCounts(5 * BLOCK, 3 * BLOCK, 0, 1));
  }

  @Test
  void whatTheDeviceLostIsCountedAndPositionsJumpOverIt() throws InterruptedException {
    source.permits.release(1);
    hear();
    source.loseNext = 1_000;
    source.permits.release(2);
    assertThat(hear().position()).isEqualTo(BLOCK + 1_000);
    assertThat(microphone.counts()).isEqualTo(new CaptureCounts(2 * BLOCK, 0, 1_000, 1));
  }

  @Test
  void aDeviceThatIsPulledOutIsHeardToItsLastBlockAndThenLost() throws InterruptedException {
    source.permits.release(1);
    awaitCounts(new CaptureCounts(BLOCK, 0, 0, 0));
    source.gone = true;
    microphone.thread().join();
    assertThat(hear().samples()).hasSize((int) BLOCK);
    assertThatThrownBy(microphone::read)
        .isInstanceOfSatisfying(
            DeviceException.class, e -> assertThat(e.code()).isEqualTo(DeviceException.Code.LOST))
        .hasMessage("fake was unplugged");
    assertThat(source.closed).isTrue();
  }

  @Test
  void aReaderThatWaitsIsToldThatTheMicrophoneWasClosed() throws InterruptedException {
    var closer =
        time.start(
            "closer",
            () -> {
              time.sleep(Duration.ofMillis(50));
              microphone.close();
            });
    assertThatThrownBy(microphone::read)
        .isInstanceOfSatisfying(
            DeviceException.class,
            e -> assertThat(e.code()).isEqualTo(DeviceException.Code.CLOSED));
    closer.join();
    assertThat(source.closed).isTrue();
    assertThat(microphone.thread().isAlive()).isFalse();
  }

  @Test
  void oneChannelOfTwoIsHeard() throws InterruptedException {
    var stereo = FakeSource.onPermit(2);
    try (var it = CapturingMicrophone.start(stereo, Channel.only(1), FOUR_BLOCKS, time)) {
      stereo.permits.release(1);
      assertThat(it.read().orElseThrow().samples()[9]).isEqualTo(FakeSource.sample(9));
    }
  }

  @Test
  void theThreadThatCapturesIsNamedForItsDeviceAndComesFirst() {
    assertThat(microphone.thread().getName()).isEqualTo("capture fake");
    assertThat(microphone.thread().getPriority()).isEqualTo(Thread.MAX_PRIORITY);
    assertThat(microphone.thread().isDaemon()).isTrue();
    assertThat(microphone.thread().isVirtual()).isFalse();
  }

  /** Field 19 of proc(5) stat, behind the name; allowed to root and with LimitNICE=. */
  @Test
  void theThreadThatCapturesGetsAProcessorBeforeOthersIfItMay() throws Exception {
    source.permits.release(1);
    hear();
    try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (var task : tasks) {
        var stat = Files.readString(task.resolve("stat"));
        if (stat.contains("(capture fake)")) {
          var nice = stat.substring(stat.indexOf(") ") + 2).split(" ", -1)[16];
          assumeTrue(!nice.equals("0"), "this user may not raise a priority");
          assertThat(nice).isEqualTo(String.valueOf(Urgency.NICE));
          return;
        }
      }
    }
    throw new AssertionError("no thread of that name");
  }
}
