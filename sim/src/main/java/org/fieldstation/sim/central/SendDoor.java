package org.fieldstation.sim.central;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.californium.core.CoapExchange;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.eclipse.leshan.core.node.codec.CodecException;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.SendRequest;
import org.eclipse.leshan.server.endpoint.ServerEndpointToolbox;
import org.eclipse.leshan.server.profile.ClientProfile;
import org.eclipse.leshan.server.request.UplinkDeviceManagementRequestReceiver;
import org.eclipse.leshan.transport.californium.LwM2mCoapResource;
import org.eclipse.leshan.transport.californium.ResponseCodeUtil;
import org.eclipse.leshan.transport.californium.identity.IdentityHandlerProvider;
import org.fieldstation.station.journal.Receipt;

/**
 * Where Sends come in ({@code /dp}), in place of Leshan's, which answers before anybody has stored
 * anything. Here the answer waits for the store and carries the receipt: one exchange for each
 * parcel, and no request towards a station that a NAT may have forgotten.
 */
final class SendDoor extends LwM2mCoapResource {
  private final UplinkDeviceManagementRequestReceiver receiver;
  private final ServerEndpointToolbox toolbox;
  private final Supplier<Intake> intake;

  SendDoor(
      UplinkDeviceManagementRequestReceiver receiver,
      ServerEndpointToolbox toolbox,
      IdentityHandlerProvider identities,
      Supplier<Intake> intake) {
    super("dp", identities);
    this.receiver = receiver;
    this.toolbox = toolbox;
    this.intake = intake;
  }

  @Override
  public void handlePOST(CoapExchange exchange) {
    var sender = getForeignPeerIdentity(exchange.advanced(), exchange.advanced().getRequest());
    var station = toolbox.getProfileProvider().getProfile(sender.getIdentity());
    var format = ContentFormat.fromCode(exchange.getRequestOptions().getContentFormat());
    if (station == null || !toolbox.getDecoder().isSupported(format)) {
      exchange.respond(ResponseCode.BAD_REQUEST, "not registered, or not a format of Send");
      return;
    }
    TimestampedLwM2mNodes data;
    try {
      data = decoded(exchange, format, station);
    } catch (CodecException e) {
      exchange.respond(ResponseCode.BAD_REQUEST, "not SenML");
      return;
    }
    var request = new SendRequest(format, data, exchange.advanced().getRequest());
    var uri = toolbox.getUriHandler().createUri(exchange.advanced().getEndpoint().getUri());
    var judged = receiver.requestReceived(sender, station, request, uri);
    var answer = judged.getResponse();
    var parcels = answer.isSuccess() ? Counter.parcels(data) : List.<byte[]>of();
    if (parcels.size() == 1) {
      intake.get().take(station.getEndpoint(), parcels.getFirst(), new Held(exchange));
    } else {
      exchange.respond(
          ResponseCodeUtil.toCoapResponseCode(answer.getCode()), answer.getErrorMessage());
      parcels.forEach(parcel -> intake.get().take(station.getEndpoint(), parcel));
    }
    judged.sent(); // others who listen to Sends
  }

  private TimestampedLwM2mNodes decoded(
      CoapExchange exchange, ContentFormat format, ClientProfile station) {
    return toolbox
        .getDecoder()
        .decodeTimestampedNodes(
            exchange.getRequestPayload(), format, station.getRootPath(), null, station.getModel());
  }

  private record Held(CoapExchange exchange) implements Reply {
    @Override
    public boolean with(Receipt receipt) {
      exchange.respond(
          ResponseCode.CHANGED,
          receipt.lane().code() + ":" + receipt.epoch() + ":" + receipt.upTo(),
          MediaTypeRegistry.TEXT_PLAIN);
      return true;
    }

    @Override
    public void without() {
      exchange.respond(ResponseCode.CHANGED);
    }
  }
}
