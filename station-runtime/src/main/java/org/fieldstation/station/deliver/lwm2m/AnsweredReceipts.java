package org.fieldstation.station.deliver.lwm2m;

import java.util.Collection;
import java.util.function.Consumer;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receipts in the answers to Sends, {@code lane:epoch:number}: a server that answers when it has
 * stored saves the Write and its answer. Leshan drops what is in such an answer, so it is read
 * below.
 */
final class AnsweredReceipts implements Consumer<Response> {
  private static final Logger log = LoggerFactory.getLogger(AnsweredReceipts.class);

  private final Collection<OutboxLane> lanes;

  AnsweredReceipts(Collection<OutboxLane> lanes) {
    this.lanes = lanes;
  }

  @Override
  public void accept(Response answer) {
    if (answer.getCode() != ResponseCode.CHANGED || answer.getPayloadSize() == 0) {
      return;
    }
    var text = answer.getPayloadString();
    for (var lane : lanes) {
      var beginning = lane.lane().code() + ":";
      if (text.startsWith(beginning)) {
        var objection = lane.accept(text.substring(beginning.length()));
        if (objection != null) {
          log.warn("{} in lane {}: refused", objection, lane.lane());
        }
      }
    }
  }
}
