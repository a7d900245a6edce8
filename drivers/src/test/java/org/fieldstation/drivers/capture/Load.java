package org.fieldstation.drivers.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Everything else a station might be doing: every core busy, rubbish made, and collected at once.
 */
final class Load {
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /** Where results go, so that the compiler cannot leave the work out. */
  volatile long sink;

  private volatile long collections;

  void start() {
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(Thread.ofPlatform().daemon().name("load " + i).start(this::burn));
    }
    threads.add(Thread.ofPlatform().daemon().name("collect").start(this::collect));
  }

  void stop() throws InterruptedException {
    stopped = true;
    for (var thread : threads) {
      thread.join();
    }
  }

  /** Full collections that were forced. */
  long collections() {
    return collections;
  }

  private void burn() {
    while (!stopped) {
      var rubbish = new long[10_000];
      for (int i = 1; i < rubbish.length; i++) {
        rubbish[i] = rubbish[i - 1] * 31 + i;
      }
      sink = rubbish[rubbish.length - 1];
    }
  }

  private void collect() {
    for (long done = 1; !stopped; done++) {
      System.gc();
      collections = done;
      LockSupport.parkNanos(1_000_000_000);
    }
  }
}
