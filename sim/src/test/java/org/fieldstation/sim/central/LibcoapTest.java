package org.fieldstation.sim.central;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fieldstation.drivers.time.SystemTime;
import org.fieldstation.sim.depot.CoapDepot;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;
import org.fieldstation.station.deliver.lwm2m.Secret;
import org.fieldstation.station.wire.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What our servers say to a CoAP client that was not written here: libcoap's, over DTLS with a key.
 */
class LibcoapTest {
  private static final String PROGRAM = "coap-client-openssl";
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final String KEY = "sixteen-letters!";
  private static final Secret SECRET =
      Secret.ofHex(HexFormat.of().formatHex(KEY.getBytes(US_ASCII)));

  @TempDir Path dir;

  @BeforeAll
  static void thereIsOne() throws InterruptedException {
    boolean here;
    try {
      here = new ProcessBuilder(PROGRAM).redirectErrorStream(true).start().waitFor() >= 0;
    } catch (IOException e) {
      here = false;
    }
    assumeTrue(here, PROGRAM + " is not on this machine (Debian: libcoap3-bin)");
  }

  @Test
  void itBringsAReleaseBlockByBlock() throws Exception {
    var release = new byte[50_001];
    new SplittableRandom(1).nextBytes(release);
    Files.createDirectories(dir.resolve("objects"));
    Files.write(dir.resolve("objects/" + "a".repeat(64)), release);
    var brought = dir.resolve("brought");
    try (var depot = CoapDepot.start(dir, ANY, Map.of("identity-1", SECRET))) {
      client(depot.port(), "get", "/ota/objects/" + "a".repeat(64), "-o", brought.toString());
    }
    assertThat(brought).hasBinaryContent(release);
  }

  @Test
  void itRegistersAndSendsAParcelWhichIsStored() throws Exception {
    var parcel = dir.resolve("parcel.senml");
    var store = dir.resolve("central.db");
    var name = "/" + OutboxIds.OBJECT + "/1/" + OutboxIds.PARCEL;
    var sent =
        CBORObject.NewArray()
            .Add(
                CBORObject.NewMap()
                    .Add(0, name)
                    .Add(8, Wire.encode(Songs.parcel(1, 5)))); // RFC 8428 section 6: n, vd
    Files.write(parcel, sent.EncodeToBytes());
    var objects = Files.writeString(dir.resolve("objects"), "</1/0>,</3/0>,</26250/1>");
    var accounts = List.of(new Account(Songs.STATION, "identity-1", SECRET));
    try (var server = CentralServer.start(ANY, store, accounts)) {
      var rd = "/rd?ep=" + Songs.STATION + "&lt=3600&lwm2m=1.1&b=U";
      client(server.port(), "post", rd, "-t", "40", "-f", objects.toString());
      client(server.port(), "post", "/dp", "-t", "112", "-f", parcel.toString());
      var time = new SystemTime();
      long until = time.nanos() + 20_000_000_000L;
      while (server.report().counts(Songs.STATION).records() < 5 && time.nanos() < until) {
        time.sleep(Duration.ofMillis(20));
      }
      assertThat(server.report().counts(Songs.STATION).records()).isEqualTo(5);
      assertThat(server.report().gaps(Songs.STATION)).isEmpty();
    }
  }

  private void client(int port, String method, String path, String... more) throws Exception {
    var command =
        new ArrayList<>(List.of(PROGRAM, "-v", "4", "-B", "20", "-m", method, "-u", "identity-1"));
    command.addAll(List.of("-k", KEY, "-b", "1024"));
    command.addAll(List.of(more));
    command.add("coaps://127.0.0.1:" + port + path);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("4.0", "5.0");
  }
}
