package org.fieldstation.station.update;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.ota.disk.Disk;

/**
 * When a server last said that it has something of ours. Kept over restarts, written once an hour.
 */
final class Contact {
  private static final Duration WRITTEN_EVERY = Duration.ofHours(1);

  private final Disk disk;
  private final Path file;
  private final StationClock clock;
  private final LongSupplier receipts;
  private final long atStart;
  private long known;

  /**
   * @param receipts the sum of what all servers have confirmed; it only grows
   */
  Contact(Disk disk, Path root, StationClock clock, LongSupplier receipts) {
    this.disk = disk;
    this.file = root.resolve("contact");
    this.clock = clock;
    this.receipts = receipts;
    this.atStart = receipts.getAsLong();
    this.known = atStart;
  }

  /** A server answered this process. */
  boolean reached() {
    return receipts.getAsLong() > atStart;
  }

  /** Looks whether anything was confirmed since it last looked. */
  void look() {
    var now = receipts.getAsLong();
    if (now > known && !within(WRITTEN_EVERY)) {
      known = now;
      disk.replace(file, clock.now().utc().toString().getBytes(US_ASCII));
    }
  }

  /**
   * A clock that was set back makes it longer ago than it was, or in the future: then it counts.
   */
  boolean within(Duration time) {
    try {
      return disk.exists(file)
          && Duration.between(
                      Instant.parse(new String(disk.read(file), US_ASCII)), clock.now().utc())
                  .compareTo(time)
              <= 0;
    } catch (java.time.DateTimeException _) {
      return false;
    }
  }
}
