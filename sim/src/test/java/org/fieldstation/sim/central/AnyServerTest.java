package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.request.CreateRequest;
import org.eclipse.leshan.core.request.ReadRequest;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.server.LeshanServer;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.station.deliver.CentralException.Code;
import org.fieldstation.station.deliver.lwm2m.Lwm2mCentral;
import org.fieldstation.station.deliver.lwm2m.OutboxIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server sees that knows LwM2M and the definition of the Outbox object, and nothing else.
 */
class AnyServerTest {
  private static final long AT_MOST = 10_000;

  private final Field field;
  private final LeshanServer server;
  private final Lwm2mCentral central;

  AnyServerTest(@TempDir Path dir) throws Exception {
    field = new Field(dir.resolve("central.db"));
    server = field.startServer().leshan();
    central = field.startStation(Field.KEY);
  }

  @BeforeEach
  void register() throws Exception {
    field.until("registered", central::registered);
  }

  @AfterEach
  void close() {
    field.close();
  }

  @Test
  void theOutboxSaysWhichJournalItServesAndHowFarItHasCome() throws Exception {
    assertThat(read(OutboxIds.OBJECT, 1, OutboxIds.EPOCH)).isEqualTo(Songs.EPOCH);
    assertThat(read(OutboxIds.OBJECT, 1, OutboxIds.LAST)).isEqualTo(10_000L);
    assertThat(read(OutboxIds.OBJECT, 2, OutboxIds.RECEIPT)).isEqualTo("");
  }

  @Test
  void theDeviceSaysWhatItIs() throws Exception {
    assertThat(read(3, 0, 0)).isEqualTo("Field Station");
    assertThat(read(3, 0, 2)).isEqualTo("0001");
    assertThat(read(3, 0, 3)).isEqualTo("0.1.0");
  }

  @Test
  void aServerMayAskForSilenceAndIsObeyed() throws Exception {
    assertThat(read(1, 0, 23)).as("Mute Send").isEqualTo(false);

    assertThat(write(new WriteRequest(1, 0, 23, true))).isEqualTo(ResponseCode.CHANGED);
    field.fail(central, Songs.parcel(1, 1), Code.REFUSED);

    write(new WriteRequest(1, 0, 23, false));
    assertThat(field.deliver(central, Songs.parcel(1, 1)).upTo()).isEqualTo(1);
  }

  @Test
  void onlyTheReceiptCanBeWrittenAndNoLaneAdded() throws Exception {
    assertThat(write(new WriteRequest(OutboxIds.OBJECT, 1, OutboxIds.RECEIPT, "5")))
        .isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(write(new WriteRequest(OutboxIds.OBJECT, 1, OutboxIds.EPOCH, "mine")))
        .isEqualTo(ResponseCode.METHOD_NOT_ALLOWED);
    var created =
        server.send(
            registration(), new CreateRequest(OutboxIds.OBJECT, new LwM2mResource[0]), AT_MOST);
    assertThat(created.getCode()).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(field.deliver(central, Songs.parcel(1, 1)).upTo()).isEqualTo(1);
  }

  private Object read(int object, int instance, int resource) throws Exception {
    var answer = server.send(registration(), new ReadRequest(object, instance, resource), AT_MOST);
    assertThat(answer.getCode()).isEqualTo(ResponseCode.CONTENT);
    return ((LwM2mResource) answer.getContent()).getValue();
  }

  private ResponseCode write(WriteRequest request) throws Exception {
    return server.send(registration(), request, AT_MOST).getCode();
  }

  private Registration registration() {
    return server.getRegistrationService().getByEndpoint(Songs.STATION);
  }
}
