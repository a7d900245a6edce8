package org.fieldstation.station.deliver.lwm2m;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.leshan.client.send.DataSender;
import org.eclipse.leshan.client.send.DataSenderManager;
import org.eclipse.leshan.client.servers.LwM2mServer;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.response.SendResponse;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.journal.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Sends parcels from outside Leshan. Its own senders either take only current values or keep
 * everything in memory; here the journal keeps it.
 */
final class ParcelSender implements DataSender {
  private volatile @Nullable DataSenderManager manager;

  @Override
  public void setDataSenderManager(DataSenderManager manager) {
    this.manager = manager;
  }

  @Override
  public String getName() {
    return "OUTBOX";
  }

  /**
   * Sends one parcel in one confirmable Send.
   *
   * @param ended told once: null when the server took it, else why not
   */
  void send(
      LwM2mServer server,
      Lane lane,
      byte[] parcel,
      Duration atMost,
      Consumer<@Nullable CentralException> ended) {
    assembled()
        .sendData(
            server,
            ContentFormat.SENML_CBOR,
            Map.of(
                OutboxIds.parcel(lane),
                LwM2mSingleResource.newBinaryResource(OutboxIds.PARCEL, parcel)),
            answer -> ended.accept(judged(answer)),
            failure -> ended.accept(Failures.silence("Send", failure)),
            atMost.toMillis());
  }

  /** Sends values with their times in one confirmable Send. */
  void send(
      LwM2mServer server,
      TimestampedLwM2mNodes values,
      Duration atMost,
      Consumer<@Nullable CentralException> ended) {
    assembled()
        .sendData(
            server,
            ContentFormat.SENML_CBOR,
            values,
            answer -> ended.accept(judged(answer)),
            failure -> ended.accept(Failures.silence("Send", failure)),
            atMost.toMillis());
  }

  private DataSenderManager assembled() {
    var through = manager;
    if (through == null) {
      throw new IllegalStateException("the client was never assembled");
    }
    return through;
  }

  private static @Nullable CentralException judged(SendResponse answer) {
    return answer.isSuccess()
        ? null
        : Failures.refusal("Send", answer.getCode(), answer.getErrorMessage());
  }
}
