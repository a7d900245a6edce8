package org.fieldstation.sim.central.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.leshan.core.LwM2m.LwM2mVersion;
import org.eclipse.leshan.core.LwM2m.Version;
import org.eclipse.leshan.core.endpoint.EndpointUri;
import org.eclipse.leshan.core.link.DefaultLinkSerializer;
import org.eclipse.leshan.core.link.Link;
import org.eclipse.leshan.core.link.LinkParseException;
import org.eclipse.leshan.core.link.lwm2m.DefaultLwM2mLinkParser;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.request.BindingMode;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.server.redis.serialization.LwM2mPeerSerDes;
import org.eclipse.leshan.server.redis.serialization.RegistrationSerDes;
import org.eclipse.leshan.server.registration.Registration;

/**
 * A registration as it lies in Redis. Leshan's own text asks a method of registrations that they
 * have no more (M15 against M18, {@code getLastEndpointUsed}); the store around it fits.
 */
@SuppressWarnings("JavaUtilDate") // Leshan's registrations have their times in it
final class RegistrationJson extends RegistrationSerDes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LwM2mPeerSerDes peers = new LwM2mPeerSerDes();

  @Override
  public byte[] bSerialize(Registration registration) {
    try {
      return JSON.writeValueAsBytes(jSerialize(registration));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a registration became no text", e);
    }
  }

  @Override
  public String sSerialize(Registration registration) {
    return new String(bSerialize(registration), StandardCharsets.UTF_8);
  }

  @Override
  public JsonNode jSerialize(Registration of) {
    var out = JSON.createObjectNode();
    var uri = of.getEndpointUri();
    out.put("id", of.getId());
    out.put("endpoint", of.getEndpoint());
    out.set("peer", peers.serialize(of.getClientTransportData()));
    out.putArray("our-end").add(uri.getScheme()).add(uri.getHost()).add(uri.getPort());
    out.put("registered", of.getRegistrationDate().getTime());
    out.put("updated", of.getLastUpdate().getTime());
    out.put("lifetime-s", of.getLifeTimeInSec());
    out.put("version", of.getLwM2mVersion().toString());
    out.put("binding", of.getBindingMode().stream().map(Enum::name).collect(Collectors.joining()));
    if (of.getQueueMode() != null) {
      out.put("queue", of.getQueueMode());
    }
    out.put("root", of.getRootPath());
    out.put("links", new DefaultLinkSerializer().serializeCoreLinkFormat(of.getObjectLinks()));
    var formats = out.putArray("formats");
    of.getSupportedContentFormats().forEach(format -> formats.add(format.getCode()));
    var objects = out.putObject("objects");
    of.getSupportedObject()
        .forEach((id, version) -> objects.put(String.valueOf(id), version.toString()));
    var instances = out.putArray("instances");
    of.getAvailableInstances().forEach(path -> instances.add(path.toString()));
    write(out.putObject("attributes"), of.getAdditionalRegistrationAttributes());
    write(out.putObject("custom"), of.getCustomRegistrationData());
    return out;
  }

  @Override
  public Registration deserialize(byte[] bytes) {
    try {
      return deserialize(JSON.readTree(bytes));
    } catch (IOException e) {
      throw new IllegalArgumentException("what lies in Redis is no registration", e);
    }
  }

  @Override
  public Registration deserialize(JsonNode in) {
    var end = in.get("our-end");
    var builder =
        new Registration.Builder(
            in.get("id").asText(),
            in.get("endpoint").asText(),
            peers.deserialize(in.get("peer")),
            new EndpointUri(end.get(0).asText(), end.get(1).asText(), end.get(2).asInt()));
    builder.registrationDate(new Date(in.get("registered").asLong()));
    builder.lastUpdate(new Date(in.get("updated").asLong()));
    builder.lifeTimeInSec(in.get("lifetime-s").asLong());
    builder.lwM2mVersion(LwM2mVersion.get(in.get("version").asText()));
    builder.bindingMode(BindingMode.parse(in.get("binding").asText()));
    if (in.has("queue")) {
      builder.queueMode(in.get("queue").asBoolean());
    }
    builder.rootPath(in.get("root").asText());
    builder.objectLinks(links(in.get("links").asText()));
    builder.supportedContentFormats(
        each(in.get("formats"))
            .map(JsonNode::asInt)
            .map(ContentFormat::fromCode)
            .collect(Collectors.toSet()));
    var objects = new HashMap<Integer, Version>();
    in.get("objects")
        .properties()
        .forEach(one ->
            objects.put(Integer.valueOf(one.getKey()), new Version(one.getValue().asText())));
    builder.supportedObjects(objects);
    builder.availableInstances(
        each(in.get("instances"))
            .map(JsonNode::asText)
            .map(LwM2mPath::new)
            .collect(Collectors.toSet()));
    builder.additionalRegistrationAttributes(read(in.get("attributes")));
    builder.customRegistrationData(read(in.get("custom")));
    return builder.build();
  }

  private static Link[] links(String text) {
    try {
      return new DefaultLwM2mLinkParser()
          .parseCoreLinkFormat(text.getBytes(StandardCharsets.UTF_8));
    } catch (LinkParseException e) {
      throw new IllegalArgumentException("what lies in Redis has no links: " + text, e);
    }
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static void write(ObjectNode out, Map<String, String> words) {
    words.forEach(out::put);
  }

  private static Map<String, String> read(JsonNode in) {
    var words = new HashMap<String, String>();
    in.properties().forEach(one -> words.put(one.getKey(), one.getValue().asText()));
    return words;
  }
}
