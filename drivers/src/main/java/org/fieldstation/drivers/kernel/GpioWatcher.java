package org.fieldstation.drivers.kernel;

import java.util.function.Consumer;

/**
 * Follows the edges of one line on a thread of its own. It sleeps in the kernel until there is an
 * edge: an idle rain gauge costs nothing.
 */
public final class GpioWatcher implements AutoCloseable {
  private final GpioLine line;
  private final Watch watch;
  private final Thread thread;
  private boolean closed;

  private GpioWatcher(GpioLine line, Watch watch, Thread thread) {
    this.line = line;
    this.watch = watch;
    this.thread = thread;
  }

  /**
   * Begins.
   *
   * @param lost is told once, when the line is gone
   */
  public static GpioWatcher start(
      String name, GpioLine line, GpioLine.Listener listener, Consumer<KernelException> lost)
      throws KernelException {
    var watch = line.watch();
    var thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .start(() -> {
              try {
                line.follow(watch, listener);
              } catch (KernelException gone) {
                lost.accept(gone);
              }
            });
    return new GpioWatcher(line, watch, thread);
  }

  /** Ends the thread, then gives the line back. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      watch.stop();
      thread.join();
    } catch (KernelException e) {
      throw new IllegalStateException("an eventfd takes a number", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watch.close();
    line.close();
  }
}
