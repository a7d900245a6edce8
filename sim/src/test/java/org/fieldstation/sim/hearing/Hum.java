package org.fieldstation.sim.hearing;

import java.time.Duration;
import java.util.Optional;
import org.fieldstation.drivers.CaptureCounts;
import org.fieldstation.drivers.Microphone;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.time.TimeKeeper;

/** A second of sound each second; who comes late gets what has waited for him. */
final class Hum implements Microphone {
  /** Sample frames a second. */
  static final int RATE = 1_000;

  private final TimeKeeper time;
  private final long opened;
  private long position;

  Hum(TimeKeeper time) {
    this.time = time;
    this.opened = time.nanos();
  }

  @Override
  public String name() {
    return "hum";
  }

  @Override
  public int rate() {
    return RATE;
  }

  @Override
  public Optional<Sound> read() throws InterruptedException {
    long due = opened + (position + RATE) * 1_000_000_000L / RATE;
    if (due > time.nanos()) {
      time.sleep(Duration.ofNanos(due - time.nanos()));
    }
    var sound = new Sound(position, RATE, hum(position, RATE));
    position += RATE;
    return Optional.of(sound);
  }

  @Override
  public CaptureCounts counts() {
    return new CaptureCounts(position, 0, 0, 0);
  }

  @Override
  public void close() {}

  /** So many samples of it from a position on. */
  static float[] hum(long from, int samples) {
    var sound = new float[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = (float) (0.1 * Math.sin((from + i) * 0.7));
    }
    return sound;
  }
}
