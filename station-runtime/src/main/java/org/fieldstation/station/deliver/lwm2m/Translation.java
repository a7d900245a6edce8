package org.fieldstation.station.deliver.lwm2m;

import org.eclipse.leshan.core.node.TimestampedLwM2mNodes;
import org.fieldstation.station.journal.Parcel;

/** A parcel in the words of a server that does not know parcels. */
@FunctionalInterface
public interface Translation {
  /**
   * What the server understands of it, with its times; without a time where it understands none.
   */
  TimestampedLwM2mNodes of(Parcel parcel);
}
