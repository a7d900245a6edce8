package org.fieldstation.sim.central;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.station.journal.Lane;

/**
 * How much of a slow link becomes records: parcel bytes with a receipt over what the link carries.
 * Arguments: an empty folder, the loss from 0 to 1, seconds. Prints one line of JSON.
 */
final class GoodputBench {
  private static final int BACKLOG = 100_000;
  private static final Duration TO_FILL = Duration.ofSeconds(10);

  private GoodputBench() {}

  static void main(String[] args) throws Exception {
    double loss = Double.parseDouble(args[1]);
    var lasting = Duration.ofSeconds(Long.parseLong(args[2]));
    try (var link = new SlowLink(Path.of(args[0]), loss)) {
      link.backlog.detections(Lane.DATA, BACKLOG);
      var time = link.field.time;
      var delivering = time.start("delivery", link::deliver);
      time.sleep(TO_FILL);
      long before = link.confirmedBytes();
      long up = link.field.relay.up().bytes();
      long start = time.nanos();
      time.sleep(lasting);
      double seconds = (time.nanos() - start) / 1e9;
      long bytes = link.confirmedBytes() - before;
      long sent = link.field.relay.up().bytes() - up;
      delivering.stop();
      delivering.join();
      System.out.printf(
          "{\"goodput\": %.3f, \"parcel_bytes\": %d, \"udp_bytes_up\": %d, \"seconds\": %.1f,"
              + " \"failures\": %d, \"records\": %d}%n",
          bytes * 8 / seconds / SlowLink.BITS_PER_SECOND,
          bytes,
          sent,
          seconds,
          link.failures(),
          link.field.report().counts(Songs.STATION).records());
    }
  }
}
