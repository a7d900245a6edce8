package org.fieldstation.sim.board;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.drivers.wires.SerialLine;
import org.fieldstation.sim.chips.Talker;

/** A serial line with a device on it that speaks once a second. */
public final class VirtualLine implements SerialLine {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final Talker talker;
  private final TimeKeeper time;
  private UnaryOperator<byte[]> interference = UnaryOperator.identity();
  private boolean gone;
  private byte[] said = {};
  private int taken;
  private long nextNanos;

  VirtualLine(String name, Talker talker, TimeKeeper time) {
    this.name = name;
    this.talker = talker;
    this.time = time;
    this.nextNanos = time.nanos() + PAUSE.toNanos();
  }

  /** From now on this happens to all that is said. */
  public synchronized void disturb(UnaryOperator<byte[]> change) {
    interference = change;
  }

  /** The device is pulled out, or put in. */
  public synchronized void plugged(boolean in) {
    gone = !in;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int read(byte[] into, Duration atMost) throws InterruptedException {
    if (waiting() == 0) {
      long until = time.nanos() + atMost.toNanos();
      if (!speaks(until)) {
        return 0;
      }
    }
    return take(into);
  }

  private boolean speaks(long until) throws InterruptedException {
    while (true) {
      if (isGone()) {
        throw new DeviceException(DeviceException.Code.LOST, name + ": the line is gone");
      }
      long wait = Math.min(nextNanos, until) - time.nanos();
      if (wait > 0) {
        time.sleep(Duration.ofNanos(wait));
      }
      if (time.nanos() < nextNanos) {
        return false;
      }
      say();
      if (waiting() > 0) {
        return true;
      }
    }
  }

  private synchronized boolean isGone() {
    return gone;
  }

  private synchronized int waiting() {
    return said.length - taken;
  }

  /** A listener that comes late hears what is said then, not all there was. */
  private synchronized void say() {
    nextNanos = Math.max(nextNanos + PAUSE.toNanos(), time.nanos());
    said = interference.apply(talker.says());
    taken = 0;
  }

  private synchronized int take(byte[] into) {
    int count = Math.min(into.length, waiting());
    System.arraycopy(said, taken, into, 0, count);
    taken += count;
    return count;
  }

  /** It is listened to only. */
  @Override
  public void write(byte... bytes) {}
}
