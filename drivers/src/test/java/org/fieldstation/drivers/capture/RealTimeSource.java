package org.fieldstation.drivers.capture;

import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.fieldstation.drivers.time.StationClock;

/**
 * A device that goes on in real time and has a buffer of its own: what is not fetched before that
 * is full is gone, all of it, as a sound card drops it on an overrun.
 */
final class RealTimeSource implements PcmSource {
  private final int rate;
  private final long buffer;
  private final StationClock clock;
  private long started;
  private volatile long next;
  private volatile long longestWait;
  private final AtomicLong lost = new AtomicLong();

  RealTimeSource(int rate, Duration buffer, StationClock clock) {
    this.rate = rate;
    this.buffer = buffer.toMillis() * rate / 1000;
    this.clock = clock;
  }

  static float sample(long n) {
    return (n & 0x7fff) * 0x1p-15f;
  }

  /** Frames that have come out of it so far, fetched or lost. */
  long produced() {
    return next;
  }

  long reallyLost() {
    return lost.get();
  }

  /** The longest it was left alone, in milliseconds. */
  long longestWaitMillis() {
    return longestWait * 1000 / rate;
  }

  private long now() {
    long nanos = clock.nanos() - started;
    return nanos / 1_000_000_000 * rate + nanos % 1_000_000_000 * rate / 1_000_000_000;
  }

  @Override
  public int read(MemorySegment frames) {
    int count = (int) (frames.byteSize() / frameBytes());
    long from = next;
    started = started == 0 ? clock.nanos() : started;
    long missing = from + count - now();
    if (missing > 0) {
      LockSupport.parkNanos(missing * 1_000_000_000 / rate + 1);
    }
    long there = now() - from;
    longestWait = Math.max(longestWait, there);
    if (there > buffer) {
      lost.addAndGet(there);
      next = from + there;
      return (int) -there;
    }
    if (there < count) {
      return 0;
    }
    for (int i = 0; i < count; i++) {
      frames.setAtIndex(JAVA_SHORT_UNALIGNED, i, (short) ((from + i) & 0x7fff));
    }
    next = from + count;
    return count;
  }

  @Override
  public String name() {
    return "real-time fake";
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public PcmFormat format() {
    return PcmFormat.S16;
  }

  @Override
  public void close() {}
}
