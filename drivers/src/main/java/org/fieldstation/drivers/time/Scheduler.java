package org.fieldstation.drivers.time;

import java.time.Duration;

/** The only way anything in a station waits or starts a thread. */
public interface Scheduler {

  /** Lets the calling line of work wait. */
  void sleep(Duration duration) throws InterruptedException;

  /** A new signal that lines of work can wait for. */
  Signal signal();

  /** Starts a line of work on a thread of its own. The task handles its own exceptions. */
  Line start(String name, Task task);

  /** What a line of work does. It ends when it returns or is interrupted. */
  @FunctionalInterface
  interface Task {
    void run() throws InterruptedException;
  }

  /** A line of work that has been started. */
  interface Line {

    /** Interrupts it; it ends at its next wait. */
    void stop();

    /** Waits until it has ended. */
    void join() throws InterruptedException;
  }

  /**
   * A bell: rung by one line of work, waited for by another. One ring is remembered, more are not.
   */
  interface Signal {

    void ring();

    /** Waits for a ring, at most so long. Returns whether it rang. */
    boolean await(Duration atMost) throws InterruptedException;
  }
}
