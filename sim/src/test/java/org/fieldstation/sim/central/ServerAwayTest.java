package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAwayTest {
  @TempDir Path dir;

  @Test
  void aStationThatStartsBeforeItsServerRegistersWhenTheServerComes() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      var central = field.startStation(Field.KEY);
      field.fail(central, Songs.parcel(1, 3), Code.UNREACHABLE);
      assertThat(central.registered()).isFalse();

      field.startServer();

      assertThat(field.deliver(central, Songs.parcel(1, 3)).upTo()).isEqualTo(3);
    }
  }

  @Test
  void aServerThatDiesAndComesBackOnTheSameStoreGetsTheRestAndNothingTwice() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer();
      var central = field.startStation(Field.KEY);
      field.deliver(central, Songs.parcel(1, 20));

      field.killServer();
      field.fail(central, Songs.parcel(21, 40), Code.UNREACHABLE);
      field.startServer();

      assertThat(field.deliver(central, Songs.parcel(21, 40)).upTo()).isEqualTo(40);
      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(40, 0, 0));
    }
  }

  @Test
  void aNatThatForgetsItsBindingsCostsNothingWithAServerThatFollows() throws Exception {
    forgetBindings(Habits.GOOD);
  }

  @Test
  void aNatThatForgetsItsBindingsIsOvercomeWithAServerThatDoesNotFollow() throws Exception {
    forgetBindings(new Habits(UnaryOperator.identity(), false, false));
  }

  private void forgetBindings(Habits habits) throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer(habits);
      var central = field.startStation(Field.KEY);
      field.deliver(central, Songs.parcel(1, 3));

      field.relay.rebind();

      assertThat(field.deliver(central, Songs.parcel(4, 6)).upTo()).isEqualTo(6);
      var counts = field.report().counts(Songs.STATION);
      assertThat(counts.records()).isEqualTo(6);
      if (habits.followsSends()) {
        assertThat(counts.duplicates()).as("sent twice").isZero();
      }
    }
  }

  @Test
  void aNameThatDoesNotResolveIsTriedForEver() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      var settings = field.settings(Field.KEY);
      var nowhere = settings.at(URI.create("coaps://central.invalid"), settings.credentials());
      try (var central =
          new Lwm2mCentral(nowhere, field.songs, field.time, new SplittableRandom(1))) {
        field.until(
            "asked for the name", () -> !central.lastFailure().contains("no answer so far"));
        assertThat(central.lastFailure()).contains("no address for central.invalid");
      }
    }
  }

  @Test
  void closingEndsADeliveryThatWaits() throws Exception {
    try (var field = new Field(dir.resolve("central.db"))) {
      field.startServer(receipts -> (station, receipt) -> {});
      var central = field.startStation(Field.KEY);
      field.until("registered", central::registered);
      field.time.start(
          "closer",
          () -> {
            field.until("stored", () -> field.report().counts(Songs.STATION).records() == 1);
            central.close();
          });

      assertThatThrownBy(() -> central.deliver(Songs.parcel(1, 1)))
          .isInstanceOf(CentralException.class);
    }
  }
}
