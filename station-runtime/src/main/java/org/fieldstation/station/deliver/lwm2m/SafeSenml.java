package org.fieldstation.station.deliver.lwm2m;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.eclipse.leshan.core.model.LwM2mModel;
import org.eclipse.leshan.core.node.LwM2mNode;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.eclipse.leshan.core.node.codec.CodecException;
import org.eclipse.leshan.core.node.codec.DefaultLwM2mEncoder;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.util.datatype.ULong;
import org.fieldstation.station.wire.Senml;
import org.jspecify.annotations.Nullable;

/**
 * Leshan's encoder, except for values with times in SenML-CBOR: what it writes for a whole second,
 * its own servers from M17 on cannot read, and refuse the whole Send with 4.00.
 */
final class SafeSenml extends DefaultLwM2mEncoder {

  @Override
  public byte[] encodeTimestampedNodes(
      TimestampedLwM2mNodes data,
      ContentFormat format,
      @Nullable String rootPath,
      LwM2mModel model) {
    return format.equals(ContentFormat.SENML_CBOR) && resourcesOnly(data)
        ? Senml.encode(entries(data))
        : super.encodeTimestampedNodes(data, format, rootPath, model);
  }

  private static boolean resourcesOnly(TimestampedLwM2mNodes data) {
    return data.getTimestamps().stream()
        .flatMap(time -> data.getNodesAt(time).values().stream())
        .allMatch(LwM2mSingleResource.class::isInstance);
  }

  /** By path, then by time: then a name is written once. */
  private static List<Senml.Entry> entries(TimestampedLwM2mNodes data) {
    var entries = new ArrayList<Senml.Entry>();
    for (var time : data.getTimestamps()) {
      data.getNodesAt(time).entrySet().stream().map(one -> entry(time, one)).forEach(entries::add);
    }
    entries.sort(
        Comparator.comparing(Senml.Entry::base)
            .thenComparing(Senml.Entry::name)
            .thenComparing(Senml.Entry::time, Comparator.nullsFirst(Comparator.naturalOrder())));
    return entries;
  }

  private static Senml.Entry entry(@Nullable Instant time, Map.Entry<LwM2mPath, LwM2mNode> one) {
    var path = one.getKey();
    return new Senml.Entry(
        "/" + path.getObjectId() + "/" + path.getObjectInstanceId() + "/",
        String.valueOf(path.getResourceId()),
        time,
        value(((LwM2mSingleResource) one.getValue()).getValue()));
  }

  private static Object value(Object value) {
    return switch (value) {
      case Date date -> date.toInstant();
      case ULong number -> number.longValue();
      case byte[] _, String _, Boolean _, Long _, Double _ -> value;
      default -> throw new CodecException("no SenML for a " + value.getClass());
    };
  }
}
