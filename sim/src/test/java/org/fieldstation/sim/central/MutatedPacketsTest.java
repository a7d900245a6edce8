package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final int ROUNDS = Integer.getInteger("fieldstation.packets", 20_000);
  private static final int BURST = 50;
  private static final int LARGEST = 1_400;

  @TempDir Path dir;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

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
      var heard = List.copyOf(overheard);

      for (int i = 0; i < ROUNDS; i++) {
        var bytes = packet(heard);
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
    }
  }

  private byte[] packet(List<byte[]> heard) {
    if (random.nextInt(4) == 0) {
      var drawn = new byte[random.nextInt(LARGEST)];
      random.nextBytes(drawn);
      return drawn;
    }
    var bytes = heard.get(random.nextInt(heard.size())).clone();
    for (int n = random.nextInt(4); n > 0 && bytes.length > 0; n--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    // Sometimes cut short; unchanged ones are replays.
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }
}
