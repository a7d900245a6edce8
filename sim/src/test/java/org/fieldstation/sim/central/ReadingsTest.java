package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.eclipse.leshan.core.request.SendRequest;
import org.eclipse.leshan.server.registration.Registration;
import org.eclipse.leshan.server.send.SendListener;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.objects.SensorObjects;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.wire.Bodies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that knows thermometers and nothing of stations. */
class ReadingsTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  private static final int READINGS = 500;
  private static final LwM2mPath PLACE = new LwM2mPath("/3303/0/5700");

  @TempDir Path dir;

  @Test
  void everyReadingReachesAServerThatKnowsOnlyTheStandardOnceAndWithItsTime() throws Exception {
    try (var field = new Field(dir.resolve("unused.db"));
        var backlog = new Backlog(dir.resolve("journal.db"), field.time);
        var server = new StockServer(Songs.STATION, "identity-1", Field.KEY.bytes())) {
      field.relay.retarget(server.address());
      var heard = new Heard();
      server.leshan().getSendService().addListener(heard);
      backlog.detections(Lane.DATA, 50); // of which such a server understands nothing
      backlog.write(readings(backlog));
      var settings = field.settings(Field.KEY).counting(Counts.ARRIVAL);
      var bulletin = new Bulletin();
      var sensors = new SensorObjects(bulletin, List.of("air"), Notebook.loose());
      var shelf = sensors.on(new ObjectShelf(List.of(), Notebook.loose(), bulletin));
      try (var central =
          new Lwm2mCentral(
              settings, backlog, Pull.NOTHING, shelf, field.time, new SplittableRandom(1))) {
        central.onlyReadings(sensors);
        field.until("registered", central::registered);
        assertThatThrownBy(() -> backlog.emptyTo(central))
            .as("the server does not know the thermometer yet")
            .hasMessageContaining("air");
        bulletin.measured("air", NOON, sample());
        field.until("shown", () -> shown(server));

        backlog.emptyTo(central);
      }

      field.until("all heard", () -> heard.values.size() >= READINGS);
      assertThat(heard.values).hasSize(READINGS);
      assertThat(heard.values).containsEntry(NOON, 20.0).containsEntry(NOON.plusMillis(1500), 20.1);
      assertThat(heard.values.lastEntry().getValue()).isEqualTo(20 + (READINGS - 1) / 10.0);
      assertThat(backlog.journal.receipt("reserve", Lane.DATA)).isEqualTo(50 + READINGS + 1);
    }
  }

  private static boolean shown(StockServer server) {
    var station = server.registration(Songs.STATION);
    return station != null && station.getSupportedObject().containsKey(3303);
  }

  private static Sample sample() {
    return new Sample(List.of(new Reading(Quantity.AIR_TEMPERATURE, 20)), List.of());
  }

  /** One of them from before the clock was known. */
  private static List<Note> readings(Backlog backlog) {
    var all = new ArrayList<Note>();
    for (int i = 0; i < READINGS; i++) {
      all.add(reading(backlog, NOON.plusMillis(i * 1500L), TimeSource.NTP, 20 + i / 10.0));
    }
    all.add(reading(backlog, Instant.EPOCH, TimeSource.NONE, 99));
    return all;
  }

  private static Note reading(Backlog backlog, Instant at, TimeSource source, double celsius) {
    var stamp = new Stamp(backlog.journal.boot(), 0, at.toEpochMilli(), source, 40);
    var values =
        List.of(
            new Reading(Quantity.AIR_TEMPERATURE, celsius),
            new Reading(Quantity.SOIL_WETNESS, 12.0)); // for which the standard has no place
    return new Note.Fact(Lane.DATA, Kind.READING, stamp, Bodies.reading("air", values));
  }

  private static final class Heard implements SendListener {
    final ConcurrentSkipListMap<Instant, Double> values = new ConcurrentSkipListMap<>();

    @Override
    public void dataReceived(
        Registration from, TimestampedLwM2mNodes data, @Nullable SendRequest request) {
      for (var time : data.getTimestamps()) {
        // A server without the object's definition takes a whole number for an integer.
        if (data.getNodesAt(time).get(PLACE) instanceof LwM2mSingleResource node
            && node.getValue() instanceof Number number) {
          values.put(time, number.doubleValue());
        }
      }
    }

    @Override
    public void onError(Registration from, String message, Exception error) {}
  }
}
