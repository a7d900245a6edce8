package org.fieldstation.sim.central.page;

import java.util.TreeMap;
import java.util.stream.Stream;
import org.fieldstation.sim.central.CentralReport;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.text.JsonLine;
import org.fieldstation.station.wire.Bodies;

/** How often each protected species was named in each month, over all stations together. */
final class ProtectedMonths {
  private ProtectedMonths() {}

  /** A line for each species and month. */
  static Stream<JsonLine> of(CentralReport report, Sensitive sensitive) {
    var months = new TreeMap<String, Long>();
    for (var station : report.stations()) {
      report.records(
          station,
          record -> {
            if (record.entry().kind() == Kind.DETECTION) {
              Bodies.named(record.entry().body())
                  .filter(sensitive::isProtected)
                  .ifPresent(named ->
                      months.merge(
                          record.entry().stamp().utc().toString().substring(0, "2026-06".length())
                              + "\t"
                              + named.scientificName(),
                          1L,
                          Long::sum));
            }
          });
    }
    return months.entrySet().stream()
        .map(one -> {
          var parts = one.getKey().split("\t", -1);
          return new JsonLine()
              .put("month", parts[0])
              .put("scientific_name", parts[1])
              .put("detections", one.getValue());
        });
  }
}
