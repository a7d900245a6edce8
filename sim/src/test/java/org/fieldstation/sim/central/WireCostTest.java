package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.fieldstation.station.deliver.Pull;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.Patience;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.link.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UDP payload bytes of both directions, DTLS, CoAP, SenML and receipts counted. */
class WireCostTest {
  private static final int DAY = 2_000;

  /** Nothing is lost here, so nothing is to be sent twice, however busy the machine is. */
  private static final Patience CALM =
      new Patience(
          Duration.ofHours(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofMillis(100),
          Duration.ofMillis(400));

  @TempDir Path dir;

  @Test
  void aDayOfDetectionsCostsLessThanTenBytesForEach() throws Exception {
    try (var field = new Field(dir.resolve("central.db"));
        var backlog = new Backlog(dir.resolve("journal.db"), field.time)) {
      backlog.detections(Lane.DATA, DAY);

      long bytes = cost(field, backlog);

      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(DAY, 0, 0));
      System.out.printf("wire: %.2f bytes for each of %d detections%n", bytes / (double) DAY, DAY);
      assertThat(bytes).isLessThan(10L * DAY);
    }
  }

  @Test
  void onALinkThatIsPaidByTheByteItCostsLess() throws Exception {
    try (var field = new Field(dir.resolve("central.db"));
        var backlog = new Backlog(dir.resolve("journal.db"), field.time)) {
      backlog.detections(Lane.DATA, DAY);
      backlog.gate = new Gate.Unlimited(true);

      long bytes = cost(field, backlog);

      System.out.printf("wire: %.2f bytes for each in long parcels%n", bytes / (double) DAY);
      assertThat(field.report().counts(Songs.STATION)).isEqualTo(new Counts(DAY, 0, 0));
      assertThat(bytes).isLessThan(8L * DAY);
    }
  }

  @Test
  void anUrgentAlertAloneCostsAtMost250BytesWithItsReceipt() throws Exception {
    try (var field = new Field(dir.resolve("central.db"));
        var backlog = new Backlog(dir.resolve("journal.db"), field.time)) {
      backlog.detections(Lane.URGENT, 1);

      long bytes = cost(field, backlog);

      System.out.printf("wire: %d bytes for one alert and its receipt%n", bytes);
      assertThat(bytes).isLessThanOrEqualTo(250);
    }
  }

  /** What it costs to empty the outbox after the registration. */
  private static long cost(Field field, Backlog backlog) throws Exception {
    field.startServer();
    var central = field.startStation(field.settings(Field.KEY, CALM), backlog, Pull.NOTHING);
    field.until("registered", central::registered);
    long before = passed(field);
    empty(central, backlog);
    // The station's answer to the last receipt may still be under way: it counts too.
    field.time.sleep(Field.SHORT.receipt());
    return passed(field) - before;
  }

  private static void empty(Lwm2mCentral central, Backlog backlog) throws InterruptedException {
    backlog.emptyTo(central);
    System.out.printf("wire: registered %s%n", central.registered());
  }

  private static long passed(Field field) {
    return field.relay.up().bytes() + field.relay.down().bytes();
  }
}
