package org.fieldstation.station;

import java.time.Duration;
import java.util.stream.Stream;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.Sensor;
import org.fieldstation.drivers.time.TimeKeeper;

/** A sensor that is read again and again, at a steady pace whatever the reading takes. */
final class Samples {
  private final Sensor sensor;
  private final Duration every;
  private final TimeKeeper time;
  private long due;

  Samples(Sensor sensor, Duration every, TimeKeeper time) {
    this.sensor = sensor;
    this.every = every;
    this.time = time;
    this.due = time.nanos();
  }

  /** Samples for ever, the first one at once. */
  Stream<Sample> samples() {
    return Stream.generate(this::next);
  }

  private Sample next() {
    try {
      time.sleep(Duration.ofNanos(Math.max(0, due - time.nanos())));
      due = Math.max(due, time.nanos() - every.toNanos()) + every.toNanos();
      return sensor.read();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeviceException(
          DeviceException.Code.CLOSED, sensor.name() + " was stopped", stopped);
    }
  }
}
