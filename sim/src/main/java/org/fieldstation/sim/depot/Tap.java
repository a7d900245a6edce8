package org.fieldstation.sim.depot;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a depot gives before it falls silent, as a link does that is lost in the middle of a file.
 * It is open until somebody turns it.
 */
public final class Tap {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition turned = lock.newCondition();
  private long left = Long.MAX_VALUE;
  private long given;
  private boolean dry;

  /** Gives so many bytes more and then nothing. */
  public void allow(long bytes) {
    lock.lock();
    try {
      left = bytes;
      dry = false;
      turned.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Gives everything again. */
  public void open() {
    allow(Long.MAX_VALUE);
  }

  /** Somebody asked for more than it gives. */
  public boolean isDry() {
    lock.lock();
    try {
      return dry;
    } finally {
      lock.unlock();
    }
  }

  /** Bytes given since the depot began. */
  public long given() {
    lock.lock();
    try {
      return given;
    } finally {
      lock.unlock();
    }
  }

  /** Takes that many bytes, as soon as there are as many. */
  void await(int bytes) throws InterruptedException {
    lock.lock();
    try {
      while (!take(bytes)) {
        turned.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes that many bytes, or none when there are fewer. */
  boolean take(int bytes) {
    lock.lock();
    try {
      if (bytes > left) {
        dry = true;
        return false;
      }
      left -= bytes;
      given += bytes;
      return true;
    } finally {
      lock.unlock();
    }
  }
}
