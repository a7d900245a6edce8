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
  private static final double LEAST_GAIN = -12;
  private static final double MOST_GAIN = 24;

  private final World world;
  private final int rate;
  private final int block;
  private final TimeKeeper time;
  private final long opened;
  private long position;
  private volatile double amplification = 1;
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

  /** As a common USB microphone has it: -12 to 24 dB, in whole ones. */
  @Override
  public double gain(double decibels) {
    if (decibels < LEAST_GAIN || decibels > MOST_GAIN) {
      throw new DeviceException(
          DeviceException.Code.UNSUPPORTED, name() + " has a gain from -12 to 24 dB");
    }
    double taken = Math.rint(decibels);
    amplification = Math.pow(10, taken / 20);
    return taken;
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
    var samples = world.listen(position, rate, block);
    if (amplification != 1) {
      amplify(samples);
    }
    var sound = new Sound(position, rate, samples);
    position += block;
    return Optional.of(sound);
  }

  private void amplify(float[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.clamp(amplification * samples[i], -1, 1);
    }
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
