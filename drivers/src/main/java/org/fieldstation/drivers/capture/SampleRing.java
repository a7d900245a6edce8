package org.fieldstation.drivers.capture;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The only thing that the thread that captures shares with anyone: a ring of slots outside the heap
 * for one writer and one reader, neither of which ever waits for the other or takes a lock.
 *
 * <p>The writer owns the slots from {@code written} on, the reader those before; each publishes its
 * counter only after it is done with the slot. When no slot is free, the writer is given a spare
 * one that nobody reads: the device goes on being emptied, and what did not fit is known to the
 * frame.
 */
final class SampleRing {
  private final MemorySegment[] slots;
  private final MemorySegment spare;
  private final long[] positions;
  private final int[] frames;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong read = new AtomicLong();

  /**
   * The memory is freed when the ring is forgotten, so that no late reader can touch freed memory.
   */
  SampleRing(int slotCount, long slotBytes) {
    var memory = Arena.ofAuto().allocate(slotBytes * (slotCount + 1), Long.BYTES);
    slots = new MemorySegment[slotCount];
    for (int i = 0; i < slotCount; i++) {
      slots[i] = memory.asSlice(i * slotBytes, slotBytes);
    }
    spare = memory.asSlice(slotCount * slotBytes, slotBytes);
    positions = new long[slotCount];
    frames = new int[slotCount];
  }

  int capacity() {
    return slots.length;
  }

  /** Writer: whether the next slot is free. Once it is, it stays so until it is published. */
  boolean hasRoom() {
    return written.getPlain() - read.getAcquire() < slots.length;
  }

  /** Writer: the slot to fill next, or the spare one. */
  MemorySegment slot(boolean room) {
    return room ? slots[index(written.getPlain())] : spare;
  }

  /** Writer: hands the slot over to the reader. */
  void publish(long position, int count) {
    long at = written.getPlain();
    positions[index(at)] = position;
    frames[index(at)] = count;
    written.setRelease(at + 1);
  }

  /** Reader: whether a slot waits. Once one does, it stays so until it is released. */
  boolean isEmpty() {
    return read.getPlain() == written.getAcquire();
  }

  /** Reader: the samples in the oldest slot. */
  MemorySegment oldest() {
    return slots[index(read.getPlain())];
  }

  /** Reader: position of the first frame in the oldest slot. */
  long oldestPosition() {
    return positions[index(read.getPlain())];
  }

  /** Reader: number of frames in the oldest slot. */
  int oldestFrames() {
    return frames[index(read.getPlain())];
  }

  /** Reader: gives the oldest slot back to the writer. */
  void release() {
    read.setRelease(read.getPlain() + 1);
  }

  private int index(long count) {
    return (int) (count % slots.length);
  }
}
