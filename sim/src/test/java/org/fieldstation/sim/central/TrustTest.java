package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  @TempDir Path dir;

  @Test
  void aStationWithAWrongKeyIsToldSoAndNothingIsStored() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Secret.ofHex("ffeeddccbbaa99887766554433221100"));

      field.fail(central, Songs.parcel(1, 3), Code.UNTRUSTED);

      assertThat(field.report().stations()).isEmpty();
    }
  }

  @Test
  void aStationWithAnUnknownIdentityIsToldSo() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      fails(field, Songs.STATION, "identity-2");
    }
  }

  @Test
  void aStationUnderAnothersNameIsToldSo() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      fails(field, "station-2", "identity-1");
    }
  }

  @Test
  void aClientThatWasRebuiltManyTimesLeavesNoThreadsBehind() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      fails(field, "station-2", "identity-1"); // what is made once and shared is there now
      long before = threads();
      long refused = field.relay.up().packets();
      try (var _ = station(field, "station-2", "identity-1")) {
        field.until("refused ten times", () -> field.relay.up().packets() > refused + 50);
      }
      field.until("as many as before", () -> threads() <= before);
    }
  }

  /** Platform threads, without those that carry virtual ones and come and go as Java likes. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().matches("ForkJoinPool.*|VirtualThread.*|surefire.*"))
        .count();
  }

  private static void fails(Field field, String station, String identity) throws Exception {
    try (var central = station(field, station, identity)) {
      field.fail(central, Songs.parcel(1, 3), Code.UNTRUSTED);
    }
    assertThat(field.report().stations()).isEmpty();
  }

  private static Lwm2mCentral station(Field field, String station, String identity) {
    var right = field.settings(Field.KEY);
    var wrong =
        new Lwm2mSettings(
            right.name(),
            station,
            right.uri(),
            identity,
            Field.KEY,
            right.device(),
            right.patience(),
            false);
    return new Lwm2mCentral(wrong, field.songs, field.time, new SplittableRandom(1));
  }
}
