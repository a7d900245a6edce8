package org.fieldstation.drivers.capture;

import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.fieldstation.drivers.DeviceException;

/**
 * A device that counts: sample n is n modulo 32768, so that a listener can tell which it is. It
 * gives a block for each permit, or as fast as it is read.
 */
final class FakeSource implements PcmSource {
  final Semaphore permits;
  volatile long loseNext;
  volatile boolean gone;
  volatile boolean closed;
  final AtomicLong blocks = new AtomicLong();
  private final int channels;
  private final boolean free;
  private long next;

  private FakeSource(int channels, boolean free) {
    this.channels = channels;
    this.free = free;
    permits = new Semaphore(0);
  }

  /** Gives blocks as they are allowed. */
  static FakeSource onPermit(int channels) {
    return new FakeSource(channels, false);
  }

  /** Gives blocks whenever it is read. */
  static FakeSource freeRunning() {
    return new FakeSource(1, true);
  }

  static float sample(long n) {
    return (n & 0x7fff) * 0x1p-15f;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public int rate() {
    return 48_000;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public PcmFormat format() {
    return PcmFormat.S16;
  }

  @Override
  public int read(MemorySegment frames) {
    if (gone) {
      throw new DeviceException(DeviceException.Code.LOST, "fake was unplugged");
    }
    if (!free && !permits.tryAcquire()) {
      LockSupport.parkNanos(100_000);
      return 0;
    }
    int lost = (int) loseNext;
    if (lost > 0) {
      loseNext = 0;
      next += lost;
      return -lost;
    }
    int count = (int) (frames.byteSize() / frameBytes());
    for (int i = 0; i < count * channels; i++) {
      frames.setAtIndex(JAVA_SHORT_UNALIGNED, i, (short) (next + i / channels & 0x7fff));
    }
    next += count;
    blocks.incrementAndGet();
    return count;
  }

  @Override
  public void close() {
    closed = true;
  }
}
