package org.fieldstation.sim.central;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.deliver.Written;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;

/** A journal for tests: what was sung under each number is a function of the number. */
final class Songs implements Written {
  static final String STATION = "station-1";
  static final String EPOCH = "5a17e90c";

  private volatile long last = 10_000;

  void last(long now) {
    last = now;
  }

  @Override
  public String epoch() {
    return EPOCH;
  }

  @Override
  public long last(Lane lane) {
    return last;
  }

  static Entry entry(long seq) {
    var stamp = new Stamp(1, 1000 * seq, 1_800_000_000_000L + 1000 * seq, TimeSource.GNSS, 1);
    var body =
        ("detection " + seq + " Strix uralensis 0.93 ctx 1").getBytes(StandardCharsets.UTF_8);
    return new Entry(seq, Kind.DETECTION, stamp, body);
  }

  static Parcel parcel(long first, long last) {
    return parcel(STATION, Lane.DATA, entries(first, last));
  }

  static Parcel parcel(String station, Lane lane, List<Item> items) {
    return new Parcel(station, EPOCH, lane, items);
  }

  static List<Item> entries(long first, long last) {
    return new ArrayList<>(LongStream.rangeClosed(first, last).mapToObj(Songs::entry).toList());
  }
}
