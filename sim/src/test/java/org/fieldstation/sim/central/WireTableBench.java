package org.fieldstation.sim.central;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.text.JsonLine;
import org.fieldstation.station.wire.Bodies;

/**
 * What the same day of detections would cost as JSON. The JSON is written and packed for real; what
 * goes around it is counted: the head of a request and of an answer, MQTT 3.1.1's PUBLISH and
 * PUBACK, and 22 bytes for each TLS 1.3 record. Argument: an empty folder. Prints one line of JSON.
 */
final class WireTableBench {
  private static final int DAY = 2_000;
  private static final int TLS_RECORD = 22;
  private static final int REQUEST = 180;
  private static final int ANSWER = 90;
  private static final int PUBLISH = 36;
  private static final int PUBACK = 4;

  private WireTableBench() {}

  static void main(String[] args) throws Exception {
    try (var backlog = new Backlog(Path.of(args[0]).resolve("day.db"), new SystemTime())) {
      backlog.detections(Lane.DATA, DAY);
      var lines =
          backlog.journal.pending("reserve", Lane.DATA, DAY).stream()
              .map(Entry.class::cast)
              .map(WireTableBench::json)
              .toList();
      long all = lines.stream().mapToLong(line -> bytes(line).length + 1).sum();
      double each = (double) all / DAY;
      double around = (double) (REQUEST + ANSWER + 2 * TLS_RECORD) / DAY;
      System.out.printf(
          "{\"json\": %.0f, \"https_gzip\": %.1f, \"https_one\": %.0f, \"https_each\": %.0f,"
              + " \"mqtt_each\": %.0f}%n",
          each,
          (double) packed(lines) / DAY + around,
          each + around,
          each + REQUEST + ANSWER + 2 * TLS_RECORD,
          each + PUBLISH + PUBACK + 2 * TLS_RECORD);
    }
  }

  private static String json(Entry entry) {
    var names = Bodies.names(entry.body());
    return new JsonLine()
        .put("station", Songs.STATION)
        .put("seq", entry.seq())
        .put("time", Instant.ofEpochMilli(entry.stamp().utcMillis()).toString())
        .put("clock", entry.stamp().source().name())
        .put("uncertainty_ms", entry.stamp().uncertaintyMillis())
        .put("label", String.join("_", names))
        .put("scientific_name", names.getLast())
        .put("score", (entry.seq() * 7919 % 7000 + 3000) / 1e4, 4)
        .put("threshold", 0.3, 2)
        .put("context", "4bf5122f344554c5")
        .toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int packed(List<String> lines) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes(String.join("\n", lines)));
    }
    return out.size();
  }
}
