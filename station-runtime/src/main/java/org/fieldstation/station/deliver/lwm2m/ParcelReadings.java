package org.fieldstation.station.deliver.lwm2m;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mSingleResource;
import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.station.journal.Item.Entry;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.wire.ReadingBodies;

/**
 * The readings in a parcel as values of standard objects with their times, for a server that knows
 * nothing else. A reading from before the clock was known is left out: SenML would make it one of
 * now (RFC 8428 §4.5.3). So is one of a sensor that was not heard of since this start, because
 * servers refuse the rest with it.
 */
final class ParcelReadings {
  private ParcelReadings() {}

  /** The first sensor in a parcel that the server has not been shown yet. */
  static Optional<String> unshown(Parcel parcel, ReadingPlaces places) {
    return readings(parcel)
        .flatMap(entry -> ReadingBodies.values(entry.body()).stream())
        .filter(value -> places.path(value.sensor(), value.quantity()).isPresent())
        .filter(value -> !places.shown(value.sensor(), value.quantity()))
        .map(ReadingBodies.Value::sensor)
        .findFirst();
  }

  private static Stream<Entry> readings(Parcel parcel) {
    return parcel.items().stream()
        .filter(Entry.class::isInstance)
        .map(Entry.class::cast)
        .filter(entry -> entry.kind() == Kind.READING)
        .filter(entry -> entry.stamp().source() != TimeSource.NONE);
  }

  /** The values; empty when the parcel has none that such a server could understand. */
  static Optional<TimestampedLwM2mNodes> of(Parcel parcel, ReadingPlaces places) {
    var values = new TimestampedLwM2mNodes.Builder();
    boolean some = false;
    for (var entry : readings(parcel).toList()) {
      some |= put(values, entry, places);
    }
    return some ? Optional.of(values.build()) : Optional.empty();
  }

  private static boolean put(
      TimestampedLwM2mNodes.Builder values, Entry entry, ReadingPlaces places) {
    boolean some = false;
    for (var value : ReadingBodies.values(entry.body())) {
      var place = places.path(value.sensor(), value.quantity());
      if (place.isPresent() && places.shown(value.sensor(), value.quantity())) {
        var path = new LwM2mPath(place.get());
        values.put(
            entry.stamp().utc(),
            path,
            LwM2mSingleResource.newFloatResource(path.getResourceId(), value.value()));
        some = true;
      }
    }
    return some;
  }
}
