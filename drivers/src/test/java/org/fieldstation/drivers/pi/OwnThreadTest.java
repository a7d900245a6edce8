package org.fieldstation.drivers.pi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.junit.jupiter.api.Test;

/** A call that never comes back, as one into a driver whose bus hangs. */
final class OwnThreadTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void aBusThatHangsDelaysNobodyElseAndComesBack() throws InterruptedException {
    var released = new CountDownLatch(1);
    var came = new CountDownLatch(1);
    try (var hanging = new OwnThread("i2c-1", SHORT);
        var healthy = new OwnThread("i2c-3", LONG)) {
      assertThatThrownBy(() -> hanging.call(() -> waits(released, came)))
          .isInstanceOfSatisfying(
              DeviceException.class,
              it -> assertThat(it.code()).isEqualTo(DeviceException.Code.LOST))
          .hasMessageContaining("i2c-1 hangs");
      assertThatThrownBy(() -> hanging.call(() -> "never begun"))
          .hasMessageContaining("still hangs");
      assertThat(healthy.call(() -> "at once")).isEqualTo("at once");

      released.countDown();
      came.await();
      assertThat(untilItAnswers(hanging, () -> "back")).isEqualTo("back");
    }
  }

  @Test
  void whatTheBusThrowsIsThrownToItsCaller() {
    try (var thread = new OwnThread("i2c-1", LONG)) {
      Supplier<String> refused =
          () -> {
            throw new DeviceException(DeviceException.Code.REFUSED, "no");
          };
      assertThatThrownBy(() -> thread.call(refused)).hasMessage("no");
      assertThat(thread.call(() -> "yes")).isEqualTo("yes");
    }
  }

  /** The thread has come back; that its call is done is told a moment later. */
  private static String untilItAnswers(OwnThread thread, Supplier<String> action) {
    while (true) {
      try {
        return thread.call(action);
      } catch (DeviceException still) {
        Thread.onSpinWait();
      }
    }
  }

  private static String waits(CountDownLatch released, CountDownLatch came) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    came.countDown();
    return "too late";
  }
}
