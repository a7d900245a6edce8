package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.serialization.UdpDataSerializer;
import org.eclipse.californium.elements.AddressEndpointContext;
import org.eclipse.leshan.core.model.LwM2mModel;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.codec.DefaultLwM2mEncoder;
import org.eclipse.leshan.core.request.ContentFormat;
import org.fieldstation.station.deliver.lwm2m.Credentials;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings;
import org.fieldstation.station.deliver.lwm2m.Lwm2mSettings.Counts;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;
import org.fieldstation.station.journal.Lane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a broken server says inside the association: CoAP, TLV, SenML and CBOR that are nearly
 * right. Without DTLS, so that each packet reaches the parsers.
 */
@Tag("slow")
class MutatedMessagesTest {
  private static final LwM2mModel MODELS = new StaticModel(OutboxIds.models());
  private static final int BURST = 50;
  private static final long MOST_GROWTH = 24 << 20;

  @TempDir Path dir;

  private final long seed = new Random().nextLong();

  @Test
  void nothingThatAServerSaysNearlyRightStopsAStationOrMovesItsJournal() throws Exception {
    try (var field = new Field(dir.resolve("unused.db"));
        var server = new ScriptedServer(ScriptedServer.Step.REGISTER, ScriptedServer.Answer.WELL);
        var backlog = new Backlog(dir.resolve("journal.db"), field.time)) {
      var to = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      field.relay.retarget(to);
      backlog.detections(Lane.DATA, 100);
      var central = field.startStation(plain(field), backlog, backlog.outbox);
      field.until("registered", central::registered);
      int count = Mutations.count();
      var mutations = new Mutations(new Random(seed), said());
      long before = Mutations.heap();
      long up = field.relay.up().packets();

      for (int i = 0; i < count; i++) {
        field.relay.forgeDown(mutations.next());
        if (i % BURST == 0) { // else most would be lost in full buffers
          field.time.sleep(Duration.ofMillis(5));
        }
      }

      long answers = field.relay.up().packets() - up;
      System.out.printf("mutated: %d messages, %d answers%n", count, answers);
      assertThat(answers).as("that were understood").isGreaterThan(count / 20);
      assertThat(backlog.journal.receipt("reserve", Lane.DATA)).as("seed %d", seed).isZero();
      backlog.emptyTo(central);
      assertThat(backlog.journal.receipt("reserve", Lane.DATA)).as("seed %d", seed).isEqualTo(100);
      assertThat(Mutations.heap() - before).as("bytes, seed %d", seed).isLessThan(MOST_GROWTH);
    }
  }

  private static Lwm2mSettings plain(Field field) {
    var secure = field.settings(Field.KEY);
    return new Lwm2mSettings(
        secure.name(),
        secure.station(),
        URI.create("coap://127.0.0.1:" + field.relay.port()),
        new Credentials.None(),
        secure.device(),
        secure.patience(),
        true,
        Counts.ARRIVAL,
        false);
  }

  /** What a server says; no restart, disable or reboot, which it may well order. */
  private static List<byte[]> said() {
    var receipt = "0badf00d0badf00d:100".getBytes(StandardCharsets.UTF_8);
    var all = new ArrayList<byte[]>();
    all.add(packet(Code.GET, "3/0", -1, new byte[0]));
    all.add(packet(Code.GET, "26250/1/3", 42, new byte[0]));
    all.add(packet(Code.GET, "26250", 40, new byte[0]));
    all.add(packet(Code.PUT, "26250/1/2", 0, receipt));
    for (var format : List.of(ContentFormat.TLV, ContentFormat.SENML_CBOR, ContentFormat.CBOR)) {
      all.add(packet(Code.PUT, "26250/1/2", format.getCode(), encoded(format)));
      all.add(packet(Code.POST, "26250/1", format.getCode(), encoded(format)));
    }
    all.add(packet(Code.FETCH, "", 112, new byte[] {(byte) 0x81}));
    all.add(packet(Code.IPATCH, "", 112, encoded(ContentFormat.SENML_CBOR)));
    all.add(packet(Code.PUT, "26250/1/2", 0, new byte[1_000]));
    return all;
  }

  private static byte[] encoded(ContentFormat format) {
    var path = OutboxIds.parcel(Lane.DATA);
    var receipt = new LwM2mPath(path.getObjectId(), path.getObjectInstanceId(), 2);
    var node = LwM2mSingleResource.newStringResource(2, "0badf00d0badf00d:100");
    return new DefaultLwM2mEncoder().encode(node, format, null, receipt, MODELS);
  }

  private static byte[] packet(Code code, String path, int format, byte[] payload) {
    var request = new Request(code, CoAP.Type.NON);
    request.setMID(0x1234);
    request.setToken(new byte[] {1, 2});
    if (!path.isEmpty()) {
      request.getOptions().setUriPath(path);
    }
    if (format >= 0 && payload.length == 0) {
      request.getOptions().setAccept(format);
    } else if (format >= 0) {
      request.getOptions().setContentFormat(format);
    }
    request.setPayload(payload);
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    request.setDestinationContext(new AddressEndpointContext(nowhere));
    return new UdpDataSerializer().serializeRequest(request).getBytes();
  }
}
