package org.fieldstation.drivers.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.VirtualTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedCameraTest {
  private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-21T10:00:00Z"));
  private final List<Long> filmed = new ArrayList<>();
  private final Ten ten = new Ten();

  @Test
  void oneSeesEveryFrameAndTheOtherEverySoManieth() throws InterruptedException {
    ten.frames = 12;
    try (var camera = SharedCamera.of(ten, 4, it -> filmed.add(it.number()), time)) {
      assertThat(camera.frames().map(Frame::number)).containsExactly(0L, 4L, 8L);
    }
    assertThat(filmed).hasSize(12);
    assertThat(ten.closed).isTrue();
  }

  @Test
  void theFilmHasNoGapWhileSomebodyThinksAndWhatHadToBeGivenUpIsCounted()
      throws InterruptedException {
    try (var camera = SharedCamera.of(ten, 2, it -> filmed.add(it.number()), time)) {
      camera.next();
      time.sleep(Duration.ofSeconds(5));
      assertThat(filmed).hasSizeBetween(50, 51);
      assertThat(camera.counts().lost()).isPositive();
      assertThat(camera.next().orElseThrow().number()).isGreaterThan(30);
    }
  }

  @Test
  void whatBreaksTheCameraIsToldToWhoWaitsForTheNextFrame() throws InterruptedException {
    ten.frames = 3;
    ten.fault = new DeviceException(Code.LOST, "unplugged");
    try (var camera = SharedCamera.of(ten, 1, _ -> {}, time)) {
      for (int i = 0; i < 3; i++) {
        assertThat(camera.next()).isPresent();
      }
      assertThatThrownBy(camera::next).isSameAs(ten.fault);
    }
  }

  /** Ten frames a second. */
  private final class Ten implements Camera {
    private int frames = Integer.MAX_VALUE;
    private int number;
    private @Nullable RuntimeException fault;
    private boolean closed;

    @Override
    public String name() {
      return "ten";
    }

    @Override
    public Optional<Frame> next() throws InterruptedException {
      time.sleep(Duration.ofMillis(100));
      if (number < frames) {
        return Optional.of(new Frame(number++, time.now(), "image/jpeg", new byte[1]));
      }
      if (fault != null) {
        throw fault;
      }
      return Optional.empty();
    }

    @Override
    public CameraCounts counts() {
      return new CameraCounts(number, 0, 0);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
