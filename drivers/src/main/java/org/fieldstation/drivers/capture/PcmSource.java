package org.fieldstation.drivers.capture;

import java.lang.foreign.MemorySegment;
import org.fieldstation.drivers.DeviceException;

/**
 * A device that gives samples at its own pace from the first read on, whether they are fetched in
 * time or not.
 *
 * <p>All calls but the plain questions come from one thread.
 */
public interface PcmSource extends AutoCloseable {

  /** What it is and where it is attached, the same after every restart. */
  String name();

  /** Sample frames a second, in Hz. */
  int rate();

  int channels();

  PcmFormat format();

  /**
   * Waits for frames, for a fraction of a second at most, and allocates nothing.
   *
   * @param frames where they are put, interleaved
   * @return the number of frames; 0 when none came in time; -n when the device lost about n frames
   *     at this place
   * @throws DeviceException when the device is gone
   */
  int read(MemorySegment frames);

  /**
   * Sets the gain of the input. May be called from any thread.
   *
   * @return what the device took, in decibels
   * @throws DeviceException UNSUPPORTED when it has none that can be set so
   */
  default double gain(double decibels) {
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED, name() + " has no gain that can be set");
  }

  @Override
  void close();

  /** Bytes of one sample of every channel. */
  default int frameBytes() {
    return channels() * format().bytes();
  }
}
