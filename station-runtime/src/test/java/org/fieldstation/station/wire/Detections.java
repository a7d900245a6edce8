package org.fieldstation.station.wire;

import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.Random;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.Label;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;

/** Detections as a station writes them. */
final class Detections {
  private static final byte[] CONTEXT = Bodies.nameOf(new byte[] {1});
  private static final int DAY_MILLIS = 86_400_000;

  private Detections() {}

  static Label label(String id, String scientificName) {
    return new Label(id, scientificName, id, id, Label.Group.SPECIES, OptionalDouble.of(0.5));
  }

  static Detection heard(Label label, float score, float threshold) {
    return new Detection(label, 0, 3, score, threshold);
  }

  /** A day: twelve labels at random times with random scores, which is the worst for packing. */
  static Parcel day(int count, long seed) {
    var random = new Random(seed);
    var times = random.longs(count, 0, DAY_MILLIS).sorted().toArray();
    var items = new ArrayList<Item>();
    for (int i = 0; i < count; i++) {
      int species = random.nextInt(12);
      var label = label("Genus" + species + " species_Common name " + species, "Genus" + species);
      var body = Bodies.detection(CONTEXT, heard(label, 0.3f + 0.7f * random.nextFloat(), 0.3f));
      var stamp = new Stamp(4, times[i], 1_780_000_000_000L + times[i], TimeSource.NTP, 40);
      items.add(new Entry(1001 + i, Kind.DETECTION, stamp, body));
    }
    return new Parcel("ailaoshan-007", "00ff00ff00ff00ff", Lane.DATA, items);
  }
}
