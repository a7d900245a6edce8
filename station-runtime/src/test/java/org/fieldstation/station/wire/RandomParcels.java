package org.fieldstation.station.wire;

import java.util.ArrayList;
import java.util.Random;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.Label;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Stamp;

/** Parcels of every kind that a station could make, and of some that it could not. */
final class RandomParcels {
  private final Random random;

  RandomParcels(long seed) {
    random = new Random(seed);
  }

  Parcel next() {
    var items = new ArrayList<Item>();
    long seq = random.nextBoolean() ? random.nextInt(300) : Math.abs(random.nextLong() >> 2);
    for (int n = 1 + random.nextInt(random.nextBoolean() ? 3 : 60); n > 0; n--) {
      var item = random.nextInt(12) == 0 ? tombstone(seq) : entry(seq);
      items.add(item);
      seq = item.last() + 1;
    }
    return new Parcel("站 " + random.nextInt(), "e" + random.nextInt(9), lane(), items);
  }

  private Lane lane() {
    return Lane.of(random.nextInt(3));
  }

  private Item tombstone(long seq) {
    return new Tombstone(seq, seq + random.nextInt(1000), "retention " + random.nextInt(3));
  }

  private Item entry(long seq) {
    var kind = Kind.of(1 + random.nextInt(6));
    return new Entry(seq, kind, stamp(), random.nextInt(4) > 0 ? detection() : bytes());
  }

  private Stamp stamp() {
    boolean sane = random.nextInt(8) > 0;
    return new Stamp(
        sane ? 1 + random.nextInt(2) : random.nextLong() >>> 1,
        sane ? random.nextInt(90_000_000) : random.nextLong() >>> 1,
        sane ? 1_780_000_000_000L + random.nextInt(90_000_000) : random.nextLong(),
        TimeSource.of(random.nextInt(TimeSource.values().length)),
        sane ? random.nextInt(500) : random.nextLong() >>> 1);
  }

  /** A detection's body; some are not in the shortest form, or longer than a shape may be. */
  private byte[] detection() {
    var name = random.nextInt(20) == 0 ? "x".repeat(200) : "Strix " + random.nextInt(4);
    var label = Detections.label("林鸮-" + random.nextInt(4), name);
    var body = Bodies.detection(new byte[] {1, 2, 3, (byte) random.nextInt(2)}, heard(label));
    if (random.nextInt(10) == 0) {
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return body;
  }

  private Detection heard(Label label) {
    return Detections.heard(label, random.nextFloat(), 0.1f * random.nextInt(3));
  }

  private byte[] bytes() {
    var bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }
}
