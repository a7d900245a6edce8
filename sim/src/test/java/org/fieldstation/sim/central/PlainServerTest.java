package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.eclipse.leshan.core.request.SendRequest;
import org.eclipse.leshan.server.registration.Registration;
import org.eclipse.leshan.server.send.SendListener;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.objects.PlainReadings;
import org.fieldstation.station.deliver.lwm2m.objects.SensorObjects;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.wire.Bodies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that knows nothing of this station but the standard's objects gets its readings. */
class PlainServerTest {
  @TempDir Path dir;

  @Test
  void readingsComeAsValuesOfTheStandardsObjectsEachWithItsTime() throws Exception {
    try (var field = new Field(dir.resolve("unused.db"));
        var server = new StockServer(Songs.STATION, "identity-1", Field.KEY.bytes())) {
      field.relay.retarget(server.address());
      var told = new CopyOnWriteArrayList<String>();
      server.leshan().getSendService().addListener(new Told(told));
      var sensors = List.of("light", "air");
      var station =
          field.startStation(
              field.settings(Field.KEY).in(new PlainReadings(sensors)), measuredBefore(sensors));

      var receipt =
          field.deliver(
              station,
              Songs.parcel(
                  Songs.STATION,
                  Lane.DATA,
                  List.of(
                      reading(1, 1_800_000_000_000L, "air", 21.5, 80_312.25),
                      new Entry(
                          2,
                          Kind.DETECTION,
                          stamp(1_800_000_001_000L),
                          "x".getBytes(StandardCharsets.UTF_8)),
                      reading(3, 1_800_000_060_250L, "air", 21.4, 80_310),
                      reading(4, 1_800_000_061_000L, "unknown", 1, 2))));

      assertThat(receipt.upTo()).isEqualTo(4);
      assertThat(told)
          .containsExactlyInAnyOrder(
              "2027-01-15T08:00:00Z /3303/10/5700 21.5",
              "2027-01-15T08:00:00Z /3315/10/5700 80312.25",
              "2027-01-15T08:01:00.250Z /3303/10/5700 21.4",
              "2027-01-15T08:01:00.250Z /3315/10/5700 80310");
    }
  }

  @Test
  void aParcelWithoutAReadingCostsNothing() throws Exception {
    try (var field = new Field(dir.resolve("unused.db"));
        var server = new StockServer(Songs.STATION, "identity-1", Field.KEY.bytes())) {
      field.relay.retarget(server.address());
      var told = new CopyOnWriteArrayList<String>();
      server.leshan().getSendService().addListener(new Told(told));
      var station =
          field.startStation(
              field.settings(Field.KEY).in(new PlainReadings(List.of("air"))), ObjectShelf.bare());

      assertThat(field.deliver(station, Songs.parcel(1, 7)).upTo()).isEqualTo(7);
      assertThat(told).isEmpty();
    }
  }

  /** The objects of a station whose sensors measured before it was started anew. */
  private ObjectShelf measuredBefore(List<String> sensors) {
    var kept = new Notebook(new KeptFile(dir.resolve("server")));
    var before = new Bulletin();
    var air =
        List.of(new Reading(Quantity.AIR_TEMPERATURE, 1), new Reading(Quantity.AIR_PRESSURE, 1));
    before.measured("air", Instant.EPOCH, new Sample(air, List.of()));
    var bare = new ObjectShelf(List.of(), kept, before);
    new SensorObjects(before, sensors, kept).on(bare).objects().forEach(it -> it.instances().get());
    var now = new Bulletin();
    return new SensorObjects(now, sensors, kept).on(new ObjectShelf(List.of(), kept, now));
  }

  private static Item reading(long seq, long at, String sensor, double celsius, double pascal) {
    var body =
        Bodies.reading(
            sensor,
            List.of(
                new Reading(Quantity.AIR_TEMPERATURE, celsius),
                new Reading(Quantity.AIR_PRESSURE, pascal),
                new Reading(
                    Quantity.WIND_SPEED, 3))); // no object of the standard has a place for it
    return new Entry(seq, Kind.READING, stamp(at), body);
  }

  private static Stamp stamp(long at) {
    return new Stamp(1, 1000, at, TimeSource.GNSS, 1);
  }

  private record Told(List<String> lines) implements SendListener {
    @Override
    public void dataReceived(
        Registration station, TimestampedLwM2mNodes data, SendRequest request) {
      for (var time : data.getTimestamps()) {
        data.getNodesAt(time)
            .forEach((path, node) ->
                lines.add("%s %s %s".formatted(time, path, ((LwM2mResource) node).getValue())));
      }
    }

    @Override
    public void onError(Registration station, @Nullable String message, Exception error) {
      lines.add("error " + message);
    }
  }
}
