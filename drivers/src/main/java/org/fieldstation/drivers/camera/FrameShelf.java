package org.fieldstation.drivers.camera;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.fieldstation.drivers.CameraCounts;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Scheduler.Signal;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * A few frames between the camera and whoever looks at them. The camera never waits: when there is
 * no room the oldest frame is given up, and counted.
 */
final class FrameShelf {
  /** Two seconds at four frames a second, and at most a few megabytes. */
  private static final int ROOM = 8;

  private final TimeKeeper time;
  private final Signal bell;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private long number;
  private long taken;
  private long lost;
  private long damaged;
  private boolean ended;

  FrameShelf(TimeKeeper time) {
    this.time = time;
    this.bell = time.signal();
  }

  void put(String mediaType, byte[] bytes) {
    lock.lock();
    try {
      add(new Frame(number++, time.now(), mediaType, bytes));
    } finally {
      lock.unlock();
    }
    bell.ring();
  }

  /** Puts a frame that has its number and its time already. */
  void put(Frame frame) {
    lock.lock();
    try {
      add(frame);
    } finally {
      lock.unlock();
    }
    bell.ring();
  }

  private void add(Frame frame) {
    if (frames.size() == ROOM) {
      frames.remove();
      lost++;
    }
    frames.add(frame);
  }

  void damaged() {
    lock.lock();
    try {
      damaged++;
      number++;
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
    } finally {
      lock.unlock();
    }
    bell.ring();
  }

  boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** The oldest frame, waited for at most so long; empty when none came or none will. */
  Optional<Frame> take(Duration atMost) throws InterruptedException {
    long until = time.nanos() + atMost.toNanos();
    while (true) {
      lock.lock();
      try {
        var frame = frames.poll();
        if (frame != null) {
          taken++;
          return Optional.of(frame);
        }
        if (ended) {
          return Optional.empty();
        }
      } finally {
        lock.unlock();
      }
      long left = until - time.nanos();
      if (left <= 0) {
        return Optional.empty();
      }
      bell.await(Duration.ofNanos(left));
    }
  }

  CameraCounts counts() {
    lock.lock();
    try {
      return new CameraCounts(taken, lost, damaged);
    } finally {
      lock.unlock();
    }
  }
}
