package org.fieldstation.station.classify;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.fieldstation.drivers.Sound;
import org.fieldstation.drivers.recording.Recording;

/** A recording as one sound after the other. */
final class Sounds implements Iterator<Sound> {
  private static final int FRAMES = 1 << 14;

  private final Recording recording;
  private final Meter meter;
  private final float[] buffer = new float[FRAMES];
  private long position;
  private int ready;

  Sounds(Recording recording, Meter meter) {
    this.recording = recording;
    this.meter = meter;
  }

  @Override
  public boolean hasNext() {
    while (ready == 0) {
      var started = meter.now();
      ready = recording.read(buffer);
      meter.decoded(started);
    }
    return ready > 0;
  }

  @Override
  public Sound next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var sound = new Sound(position, recording.rate(), Arrays.copyOf(buffer, ready));
    position += ready;
    ready = 0;
    return sound;
  }

  /** Length of what was read so far. */
  double seconds() {
    return (double) position / recording.rate();
  }
}
