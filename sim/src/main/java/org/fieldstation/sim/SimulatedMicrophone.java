package org.fieldstation.sim;

import java.time.Duration;
import java.util.Optional;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.sim.world.World;

/**
 * A microphone in a world made by formula. Delivers each block when its last sample would have been
 * taken.
 */
final class SimulatedMicrophone implements Microphone {
  private final World world;
  private final int rate;
  private final int block;
  private final TimeKeeper time;
  private final long opened;
  private long position;
  private volatile boolean closed;

  SimulatedMicrophone(World world, int rate, Duration block, TimeKeeper time) {
    this.world = world;
    this.rate = rate;
    this.block = Math.toIntExact(rate * block.toMillis() / 1_000);
    this.time = time;
    this.opened = time.nanos();
  }

  @Override
  public String name() {
    return "sim:world";
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public Optional<Sound> read() throws InterruptedException {
    long due = opened + (position + block) * 1_000_000_000L / rate;
    long wait = due - time.nanos();
    if (wait > 0) {
      time.sleep(Duration.ofNanos(wait));
    }
    if (closed) {
      throw new DeviceException(DeviceException.Code.CLOSED, name() + " is closed");
    }
    var sound = new Sound(position, rate, world.listen(position, rate, block));
    position += block;
    return Optional.of(sound);
  }

  @Override
  public CaptureCounts counts() {
    return new CaptureCounts(position, 0, 0, 0);
  }

  @Override
  public void close() {
    closed = true;
  }
}
