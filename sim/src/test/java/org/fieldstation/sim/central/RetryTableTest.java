package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.central.ScriptedServer.Answer;
import org.fieldstation.sim.central.ScriptedServer.Step;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.DeviceCard;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {register, update, send} × {silence, ICMP, 4.xx, 5.xx, RST}: whatever goes wrong once, the
 * station registers again by itself and delivers. Over plain CoAP, where each can be done exactly.
 */
@Tag("slow")
class RetryTableTest {
  /** So long only that a station which never comes back is not waited for all night. */
  private static final Duration AT_MOST = Duration.ofMinutes(3);

  private final SystemTime time = new SystemTime();

  static Stream<Arguments> table() {
    return EnumSet.allOf(Step.class).stream()
        .flatMap(step -> Arrays.stream(Answer.values()).map(answer -> Arguments.of(step, answer)))
        .filter(cell -> cell.get()[1] != Answer.WELL);
  }

  @ParameterizedTest(name = "{0} meets {1}")
  @MethodSource("table")
  void theStationComesBackByItself(Step step, Answer answer) throws Exception {
    try (var server = new ScriptedServer(step, answer);
        var central = station(server.port())) {
      boolean delivered = false;
      long deadline = time.nanos() + AT_MOST.toNanos();
      int needed = step == Step.REGISTER ? 1 : 2;
      while (!delivered || !server.struck() || server.registrations() < needed) {
        assertThat(time.nanos()).as("%s %s never overcome", step, answer).isLessThan(deadline);
        try {
          delivered = central.deliver(Songs.parcel(1, 3)).upTo() == 3 && server.struck();
        } catch (CentralException e) {
          time.sleep(Duration.ofMillis(20));
        }
        if (step == Step.UPDATE && central.registered()) {
          server.wantUpdate();
        }
      }
      assertThat(delivered).isTrue();
    }
  }

  private Lwm2mCentral station(int port) {
    var settings =
        new Lwm2mSettings(
            "reserve",
            Songs.STATION,
            URI.create("coap://127.0.0.1:" + port),
            new Credentials.None(),
            new DeviceCard("Field Station", "mast", "0001", "0.1.0"),
            Field.SHORT,
            true,
            Counts.ARRIVAL,
            false);
    return new Lwm2mCentral(
        settings, new Songs(), Pull.NOTHING, ObjectShelf.bare(), time, new SplittableRandom(3));
  }
}
