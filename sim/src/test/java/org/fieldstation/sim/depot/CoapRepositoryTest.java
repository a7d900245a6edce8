package org.fieldstation.sim.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fieldstation.ota.Repository;
import org.fieldstation.sim.link.Impairment;
import org.fieldstation.sim.link.UdpRelay;
import org.fieldstation.station.deliver.lwm2m.CoapSource;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over CoAP, block by block, from anywhere in the middle, over links of all kinds. */
class CoapRepositoryTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Secret KEY = Secret.ofHex("00112233445566778899aabbccddeeff");
  private static final String NAME = "objects/" + "a".repeat(64);

  @TempDir Path folder;

  private byte[] file(int length) throws IOException {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    Files.createDirectories(folder.resolve("objects"));
    Files.write(folder.resolve(NAME), bytes);
    return bytes;
  }

  private static Repository open(String scheme, int port, int window) {
    var account = new Credentials.SharedKey("mast-1", KEY);
    return new CoapSource(_ -> Optional.of(account), window)
        .open(URI.create("%s://127.0.0.1:%d/ota".formatted(scheme, port)));
  }

  private static byte[] bring(Repository repository, long from) throws IOException {
    try (var in = repository.open(NAME, from).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 50_000})
  void aFileOfAnyLengthComesWholeAndFromAnyByteOn(int length) throws IOException {
    var bytes = file(length);
    try (var depot = CoapDepot.start(folder, ANY, Map.of())) {
      for (int window : new int[] {1, 4}) {
        var repository = open("coap", depot.port(), window);
        assertThat(bring(repository, 0)).isEqualTo(bytes);
        for (int from : new int[] {1, length / 3, length - 1}) {
          if (from > 0 && from < length) {
            assertThat(bring(repository, from)).isEqualTo(Arrays.copyOfRange(bytes, from, length));
          }
        }
      }
    }
  }

  @Test
  void overDtlsAndALinkThatLosesAndDoublesItComesAllTheSame() throws IOException {
    var bytes = file(40_000);
    try (var depot = CoapDepot.start(folder, ANY, Map.of("mast-1", KEY));
        var relay = new UdpRelay(new InetSocketAddress(ANY.getAddress(), depot.port()), 3)) {
      relay.set(new Impairment(0.02, Duration.ofMillis(5), 0.05, 0.05));
      assertThat(bring(open("coaps", relay.port(), 4), 0)).isEqualTo(bytes);
    }
  }

  @Test
  void aFileThatIsReplacedMeanwhileIsNotMixed() throws IOException {
    file(20_000);
    try (var depot = CoapDepot.start(folder, ANY, Map.of());
        var in = open("coap", depot.port(), 1).open(NAME, 0).orElseThrow()) {
      in.skipNBytes(5_000);
      file(30_000);
      assertThatThrownBy(() -> in.skipNBytes(10_000)).hasMessageContaining("changed on the server");
    }
  }

  @Test
  void nothingOutsideTheRepositoryIsServed() throws IOException {
    file(10);
    Files.writeString(folder.resolve("secret.key"), "secret");
    try (var depot = CoapDepot.start(folder, ANY, Map.of())) {
      var repository = open("coap", depot.port(), 1);
      for (var name :
          new String[] {"secret.key", "objects/../secret.key", "objects", "staging/root.json"}) {
        assertThat(repository.open(name, 0)).as(name).isEmpty();
      }
    }
  }
}
