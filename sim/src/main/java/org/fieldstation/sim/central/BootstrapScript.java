package org.fieldstation.sim.central;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.leshan.core.LwM2mId;
import org.eclipse.leshan.core.model.LwM2mModel;
import org.eclipse.leshan.core.model.ObjectLoader;
import org.eclipse.leshan.core.model.StaticModel;
import org.eclipse.leshan.core.node.LwM2mObjectInstance;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.codec.DefaultLwM2mEncoder;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.util.datatype.ULong;

/**
 * The messages that give a station an account: everything old goes, the Security object, the Server
 * object, finished.
 */
final class BootstrapScript {
  private static final int SHORT_SERVER_ID = 123;
  private static final long DAY_SECONDS = 86_400;
  private static final LwM2mModel MODEL = new StaticModel(ObjectLoader.loadDefault());

  private BootstrapScript() {}

  static List<Request> of(BootstrapOffer offer) {
    return List.of(
        message(Request.newDelete()),
        write(LwM2mId.SECURITY, 1, security(offer)),
        write(LwM2mId.SERVER, 0, server(offer)),
        message(Request.newPost(), "bs"));
  }

  private static List<LwM2mResource> security(BootstrapOffer offer) {
    var account = offer.account();
    return List.of(
        LwM2mSingleResource.newStringResource(LwM2mId.SEC_SERVER_URI, offer.server().toString()),
        LwM2mSingleResource.newBooleanResource(LwM2mId.SEC_BOOTSTRAP, false),
        LwM2mSingleResource.newIntegerResource(LwM2mId.SEC_SECURITY_MODE, 0), // pre-shared key
        LwM2mSingleResource.newBinaryResource(
            LwM2mId.SEC_PUBKEY_IDENTITY, account.identity().getBytes(StandardCharsets.UTF_8)),
        LwM2mSingleResource.newBinaryResource(LwM2mId.SEC_SECRET_KEY, account.key().bytes()),
        LwM2mSingleResource.newIntegerResource(LwM2mId.SEC_SERVER_ID, SHORT_SERVER_ID));
  }

  private static List<LwM2mResource> server(BootstrapOffer offer) {
    var all = new ArrayList<LwM2mResource>();
    all.add(LwM2mSingleResource.newIntegerResource(LwM2mId.SRV_SERVER_ID, SHORT_SERVER_ID));
    all.add(LwM2mSingleResource.newIntegerResource(LwM2mId.SRV_LIFETIME, DAY_SECONDS));
    all.add(LwM2mSingleResource.newStringResource(LwM2mId.SRV_BINDING, "U"));
    offer.terms().forEach((id, value) -> all.add(term(id, value)));
    return all;
  }

  private static LwM2mResource term(int id, Object value) {
    return switch (value) {
      case Boolean yes -> LwM2mSingleResource.newBooleanResource(id, yes);
      case Long number -> LwM2mSingleResource.newUnsignedIntegerResource(id, ULong.valueOf(number));
      default -> throw new IllegalArgumentException("a term is a number or yes or no: " + value);
    };
  }

  private static Request write(int object, int instance, List<LwM2mResource> resources) {
    var request = message(Request.newPut(), "" + object, "" + instance);
    var path = new LwM2mPath(object, instance);
    request.getOptions().setContentFormat(ContentFormat.TLV.getCode());
    request.setPayload(
        new DefaultLwM2mEncoder()
            .encode(
                new LwM2mObjectInstance(instance, resources),
                ContentFormat.TLV,
                null,
                path,
                MODEL));
    return request;
  }

  private static Request message(Request request, String... path) {
    request.setType(CoAP.Type.CON);
    for (String part : path) {
      request.getOptions().addUriPath(part);
    }
    return request;
  }
}
