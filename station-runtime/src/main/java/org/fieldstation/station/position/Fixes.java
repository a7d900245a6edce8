package org.fieldstation.station.position;

import java.time.Duration;
import java.util.stream.Stream;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.gnss.GnssReceiver;
import org.fieldstation.drivers.gnss.GnssReceiver.Position;
import org.fieldstation.drivers.time.StationClock;

/** What a satellite receiver says, for ever; one that falls silent is lost. */
public final class Fixes {
  private static final long SILENT_NANOS = Duration.ofSeconds(60).toNanos();

  private final GnssReceiver receiver;
  private final StationClock clock;
  private long sentences;
  private long heardNanos;

  public Fixes(GnssReceiver receiver, StationClock clock) {
    this.receiver = receiver;
    this.clock = clock;
    this.heardNanos = clock.nanos();
  }

  /** What is known each time it has spoken. */
  public Stream<Position> positions() {
    return Stream.generate(this::next);
  }

  private Position next() {
    try {
      var position = receiver.read();
      long now = clock.nanos();
      if (position.sentences() > sentences) {
        sentences = position.sentences();
        heardNanos = now;
      } else if (now - heardNanos > SILENT_NANOS) {
        throw new DeviceException(
            DeviceException.Code.LOST, "the receiver has said nothing for a minute");
      }
      return position;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeviceException(DeviceException.Code.CLOSED, "the receiver was stopped", stopped);
    }
  }
}
