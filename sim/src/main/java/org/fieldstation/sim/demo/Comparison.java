package org.fieldstation.sim.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fieldstation.sim.central.CentralReport;
import org.fieldstation.sim.central.StoredRecord;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.JournalReader;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.jspecify.annotations.Nullable;

/**
 * What comes of laying a station's journal and a server's store side by side.
 *
 * @param written numbers the station has given
 * @param detections of them, that are detections
 * @param stored records the server has of this station, in any epoch
 * @param confirmed numbers for which the station holds the server's receipt
 * @param waiting numbers that are only at the station, and will be sent
 * @param lost numbers that neither has, or that the server confirmed and does not have
 * @param duplicates records at the server that are more than one of the station's, or none of them
 */
public record Comparison(
    long written,
    long detections,
    long stored,
    long confirmed,
    long waiting,
    long lost,
    long duplicates) {

  /** Compares the two, of which neither may be written to meanwhile. */
  public static Comparison of(Path journalFolder, Path centralStore) {
    var stored = new HashMap<Place, Entry>();
    var contents = new HashSet<List<Object>>();
    long alike = 0;
    for (var record : records(centralStore)) {
      stored.put(new Place(record.epoch(), record.lane(), record.entry().seq()), record.entry());
      alike += contents.add(content(record.entry())) ? 0 : 1;
    }
    try (var journal = JournalReader.open(journalFolder)) {
      return new Tally(journal.epoch(), journal.lanes(), held(journal), stored).compare(alike);
    }
  }

  private static List<StoredRecord> records(Path centralStore) {
    var records = new ArrayList<StoredRecord>();
    new CentralReport(centralStore).records(Site.STATION, records::add);
    return records;
  }

  private static Map<Place, Entry> held(JournalReader journal) {
    var held = new HashMap<Place, Entry>();
    journal.items((lane, item) -> {
      if (item instanceof Entry entry) {
        held.put(new Place(journal.epoch(), lane, entry.seq()), entry);
      }
    });
    return held;
  }

  /**
   * No two records of a station are alike in all of this: uptime goes on, and effort never
   * overlaps.
   */
  private static List<Object> content(Entry entry) {
    return List.of(entry.kind(), entry.stamp(), Arrays.hashCode(entry.body()));
  }

  /** Where a record belongs. */
  private record Place(String epoch, Lane lane, long seq) {}

  private record Tally(
      String epoch,
      List<JournalReader.LaneState> lanes,
      Map<Place, Entry> held,
      Map<Place, Entry> stored) {

    Comparison compare(long alike) {
      long written = 0;
      long confirmed = 0;
      long waiting = 0;
      long lost = 0;
      long own = 0;
      for (var lane : lanes) {
        long upTo = lane.confirmed().getOrDefault(Site.SERVER, 0L);
        written += lane.last();
        confirmed += upTo;
        for (long seq = 1; seq <= lane.last(); seq++) {
          var place = new Place(epoch, lane.lane(), seq);
          own += stored.containsKey(place) ? 1 : 0;
          if (!same(stored.get(place), held.get(place))) {
            boolean coming = seq > upTo && held.containsKey(place);
            waiting += coming ? 1 : 0;
            lost += coming ? 0 : 1;
          }
        }
      }
      long foreign = stored.size() - own;
      return new Comparison(
          written, detections(), stored.size(), confirmed, waiting, lost, alike + foreign);
    }

    private long detections() {
      return held.values().stream().filter(entry -> entry.kind() == Kind.DETECTION).count();
    }

    private static boolean same(@Nullable Entry there, @Nullable Entry here) {
      return there != null && (here == null || content(there).equals(content(here)));
    }
  }
}
