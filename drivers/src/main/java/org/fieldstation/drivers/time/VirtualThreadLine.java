package org.fieldstation.drivers.time;

import java.time.Duration;

/** A line of work on a virtual thread of its own. */
final class VirtualThreadLine implements Scheduler.Line {

  /**
   * A library that catches an interrupt and goes on would never end (Californium does while it
   * closes a connector): whoever waits asks again so often.
   */
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  private final Thread thread;
  private volatile boolean asked;

  VirtualThreadLine(String name, Scheduler.Task task) {
    thread =
        Thread.ofVirtual()
            .name(name)
            .start(() -> {
              try {
                task.run();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Override
  public void stop() {
    asked = true;
    thread.interrupt();
  }

  @Override
  public void join() throws InterruptedException {
    while (!thread.join(ASK_AGAIN)) {
      if (asked) {
        thread.interrupt();
      }
    }
  }
}
