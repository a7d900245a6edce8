package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody on the path who has overheard everything, and changes, repeats and invents packets; to
 * either side they come from where the other's come from.
 */
@Tag("slow")
class MutatedPacketsTest {
  private static final int BURST = 50;
  private static final long MOST_GROWTH = 24 << 20;

  @TempDir Path dir;

  private final long seed = new Random().nextLong();

  @Test
  void nothingThatStrangersSendStopsTheServerOrTheStationOrChangesWhatTheyHave() throws Exception {
    try (var field = new Field(dir.resolve("central.db"));
        var elsewhere = new DatagramSocket()) {
      var overheard = Collections.synchronizedList(new ArrayList<byte[]>());
      field.relay.overheardBy(overheard::add);
      var server = field.startServer();
      var central = field.startStation(Field.KEY);
      field.deliver(central, Songs.parcel(1, 50));
      field.relay.overheardBy(_ -> {});
      var before = field.report().counts(Songs.STATION);
      var mutations = new Mutations(new Random(seed), List.copyOf(overheard));
      int count = Mutations.count();
      long heap = Mutations.heap();

      for (int i = 0; i < count; i++) {
        var bytes = mutations.next();
        switch (i % 3) {
          case 0 -> field.relay.forgeUp(bytes);
          case 1 -> field.relay.forgeDown(bytes);
          default -> {
            var to = InetAddress.getLoopbackAddress();
            elsewhere.send(new DatagramPacket(bytes, bytes.length, to, server.port()));
          }
        }
        if (i % BURST == 0) { // else most would be lost in full buffers
          field.time.sleep(Duration.ofMillis(5));
        }
      }

      assertThat(field.report().counts(Songs.STATION)).as("seed %d", seed).isEqualTo(before);
      var receipt = field.deliver(central, Songs.parcel(51, 60));
      assertThat(receipt.upTo()).as("seed %d", seed).isEqualTo(60);
      assertThat(field.report().counts(Songs.STATION).records()).isEqualTo(60);
      assertThat(field.report().gaps(Songs.STATION)).isEmpty();
      assertThat(Mutations.heap() - heap).as("bytes, seed %d", seed).isLessThan(MOST_GROWTH);
    }
  }
}
