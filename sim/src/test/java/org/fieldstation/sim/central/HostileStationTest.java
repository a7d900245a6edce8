package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.leshan.core.ResponseCode;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Item.Tombstone;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileStationTest {
  private static final int TRIES = 40;

  @TempDir Path dir;

  @Test
  void bytesThatAreNoParcelDisturbNobody() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var random = new SplittableRandom(3);
      try (var raw = raw(field)) {
        for (int i = 0; i < TRIES; i++) {
          byte[] bytes =
              random.nextBoolean()
                  ? Wire.encode(Songs.parcel(1, 3))
                  : new byte[random.nextInt(200)];
          for (int flips = random.nextInt(1, 4); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          }
          assertThat(raw.send(bytes)).isEqualTo(ResponseCode.CHANGED);
        }
      }

      var central = field.startStation(Field.KEY);
      assertThat(field.deliver(central, Songs.parcel(1, 100)).upTo()).isEqualTo(100);
    }
  }

  @Test
  void aParcelUnderAnotherNameOrWithImpossibleNumbersIsThrownAway() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      try (var raw = raw(field)) {
        raw.send(Wire.encode(Songs.parcel("station-2", Lane.DATA, Songs.entries(1, 3))));
        raw.send(Wire.encode(Songs.parcel(0, 3)));
        List<Item> all = List.of(new Tombstone(1, Long.MAX_VALUE, "everything"));
        raw.send(Wire.encode(Songs.parcel(Songs.STATION, Lane.DATA, all)));
        raw.send(Wire.encode(new Parcel(Songs.STATION, "e", Lane.DATA, Songs.entries(1, 1))));
      }
      field.until("the last one is stored", () -> !field.report().stations().isEmpty());

      assertThat(field.report().stations()).containsExactly(Songs.STATION);
      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(1, 0, 0));
      assertThat(field.report().gaps(Songs.STATION)).isEmpty();
    }
  }

  private static RawStation raw(Field field) throws InterruptedException {
    var settings = field.settings(Field.KEY);
    return new RawStation(settings.station(), settings.uri(), "identity-1", Field.KEY);
  }
}
