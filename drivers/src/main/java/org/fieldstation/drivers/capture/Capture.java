package org.fieldstation.drivers.capture;

import java.util.concurrent.atomic.AtomicLong;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.time.StationClock;
import org.jspecify.annotations.Nullable;

/**
 * The work of the thread that captures: from the device into the ring, until it is stopped or the
 * device is gone. It takes no lock, waits for nobody but the device, and once running allocates
 * nothing, so that it never has a part in a collection.
 */
final class Capture implements Runnable {

  /** A microphone hears at least its own noise; one that gives nothing for so long hangs. */
  private static final long LONGEST_SILENCE_NANOS = 5_000_000_000L;

  private final PcmSource source;
  private final SampleRing ring;
  private final StationClock clock;
  private final AtomicLong captured = new AtomicLong();
  private final AtomicLong lostInRing = new AtomicLong();
  private final AtomicLong lostInDevice = new AtomicLong();
  private final AtomicLong overruns = new AtomicLong();
  private long position;
  private boolean losing;
  private volatile boolean stopped;
  private volatile @Nullable DeviceException failure;

  Capture(PcmSource source, SampleRing ring, StationClock clock) {
    this.source = source;
    this.ring = ring;
    this.clock = clock;
  }

  void stop() {
    stopped = true;
  }

  /** Why it ended, when it was not stopped. All that was captured before is in the ring by then. */
  @Nullable DeviceException failure() {
    return failure;
  }

  /** Safe to call from any thread. */
  CaptureCounts counts() {
    return new CaptureCounts(captured.get(), lostInRing.get(), lostInDevice.get(), overruns.get());
  }

  @Override
  public void run() {
    try (source) {
      Urgency.claim();
      long heard = clock.nanos();
      while (!stopped) {
        if (step()) {
          heard = clock.nanos();
        } else if (clock.nanos() - heard > LONGEST_SILENCE_NANOS) {
          throw new DeviceException(
              Code.LOST, source.name() + " gives no samples; unplug it and plug it in again");
        }
      }
    } catch (DeviceException e) {
      failure = e;
    } catch (RuntimeException | Error e) { // whatever it is, the reader must not wait for ever
      failure = new DeviceException(Code.LOST, source.name() + " failed: " + e, e);
    }
  }

  /** Returns whether the device gave a sign of life. */
  private boolean step() {
    boolean room = ring.hasRoom();
    int count = source.read(ring.slot(room));
    if (count > 0 && room) {
      ring.publish(position, count);
      add(captured, count);
      losing = false;
    } else if (count > 0) {
      add(lostInRing, count);
      add(overruns, losing ? 0 : 1);
      losing = true;
    } else if (count < 0) {
      add(lostInDevice, -count);
      add(overruns, 1);
    }
    position += Math.abs(count);
    return count != 0;
  }

  /** Only this thread writes the counters. */
  private static void add(AtomicLong counter, int count) {
    counter.setRelease(counter.getPlain() + count);
  }
}
