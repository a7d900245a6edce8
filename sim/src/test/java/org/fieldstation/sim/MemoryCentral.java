package org.fieldstation.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.deliver.Central;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.wire.Wire;

/**
 * A central server in memory, over a link that fails: it is away from noon to six, loses one parcel
 * in ten on the way there, and one receipt in ten on the way back.
 */
final class MemoryCentral implements Central {
  private final String name;
  private final RandomGenerator random;
  private final TimeKeeper time;
  private final Map<Lane, Long> stored = new EnumMap<>(Lane.class);
  private final List<String> parcels = new ArrayList<>();
  private int failures;

  MemoryCentral(String name, RandomGenerator random, TimeKeeper time) {
    this.name = name;
    this.random = random;
    this.time = time;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Receipt deliver(Parcel parcel) throws InterruptedException {
    time.sleep(Duration.ofMillis(600));
    long hour = time.now().uptime().toHours() % 24;
    if ((hour >= 12 && hour < 18) || random.nextInt(10) == 0) {
      throw lost("nothing answers");
    }
    var bytes = Wire.encode(parcel);
    parcels.add(HexFormat.of().formatHex(bytes));
    long upTo = store(Wire.decode(bytes));
    if (random.nextInt(10) == 0) {
      throw lost("no receipt came back");
    }
    return new Receipt(parcel.epoch(), parcel.lane(), upTo);
  }

  private long store(Parcel parcel) {
    long before = stored.getOrDefault(parcel.lane(), 0L);
    if (parcel.first() > before + 1) {
      throw new AssertionError("a gap: have " + before + ", got " + parcel.first());
    }
    return stored.merge(parcel.lane(), parcel.last(), Math::max);
  }

  private CentralException lost(String why) {
    failures++;
    return new CentralException(CentralException.Code.UNREACHABLE, why);
  }

  long stored(Lane lane) {
    return stored.getOrDefault(lane, 0L);
  }

  List<String> parcels() {
    return parcels;
  }

  int failures() {
    return failures;
  }

  @Override
  public void close() {}
}
