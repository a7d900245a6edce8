package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.fieldstation.station.deliver.lwm2m.Translation;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.wire.ReadingBody;

/**
 * The readings in a parcel, each as the value of the IPSO object where it can also be read, with
 * its time. What has no such object, and every other record, such a server does not get.
 *
 * @param sensors names of the station's sensors, as {@link SensorObjects} counts them
 */
public record PlainReadings(List<String> sensors) implements Translation {

  @Override
  public TimestampedLwM2mNodes of(Parcel parcel) {
    var values = new TimestampedLwM2mNodes.Builder().raiseExceptionOnDuplicate(false);
    parcel
        .items()
        .forEach(item -> {
          if (item instanceof Entry entry && entry.kind() == Kind.READING) {
            put(values, entry);
          }
        });
    return values.build();
  }

  private void put(TimestampedLwM2mNodes.Builder values, Entry entry) {
    var body = ReadingBody.of(entry.body());
    for (var reading : body.readings()) {
      SensorObjects.path(sensors, body.sensor(), reading.quantity())
          .map(LwM2mPath::new)
          .ifPresent(path ->
              values.put(
                  entry.stamp().utc(),
                  path,
                  LwM2mSingleResource.newFloatResource(path.getResourceId(), reading.value())));
    }
  }
}
