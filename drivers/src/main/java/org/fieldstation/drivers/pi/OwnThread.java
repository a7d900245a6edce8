package org.fieldstation.drivers.pi;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that talks to a bus. A call into the kernel holds the thread that makes it, and a
 * bus that hangs holds it for good: so it is a thread that nobody else needs, and who waits for it
 * waits for a limited time. While it hangs, every call is refused at once.
 */
final class OwnThread implements AutoCloseable {
  private final String bus;
  private final Duration patience;
  private final ExecutorService thread;
  private @Nullable Future<?> hanging;

  /**
   * A thread for that bus.
   *
   * @param patience how long one call may take; the kernel itself gives up after about a second
   */
  OwnThread(String bus, Duration patience) {
    this.bus = bus;
    this.patience = patience;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(bus).factory());
  }

  <T> T call(Supplier<T> action) {
    var call = submit(action);
    try {
      return call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      hangs(call);
      throw new DeviceException(Code.LOST, "%s hangs: no answer in %s".formatted(bus, patience), e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException(Code.CLOSED, bus + ": the station is stopping", e);
    }
  }

  private synchronized <T> Future<T> submit(Supplier<T> action) {
    var before = hanging;
    if (before != null && !before.isDone()) {
      throw new DeviceException(Code.LOST, bus + " still hangs; switch its power off and on");
    }
    hanging = null;
    return thread.submit(action::get);
  }

  private synchronized void hangs(Future<?> call) {
    hanging = call;
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(cause);
    };
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
