package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import org.eclipse.leshan.core.model.ObjectModel;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.fieldstation.station.journal.Lane;

/** The numbers of the Outbox object, as 26250.xml beside this class defines them. */
public final class OutboxIds {
  public static final int OBJECT = 26250;
  public static final int EPOCH = 0;
  public static final int LAST = 1;
  public static final int RECEIPT = 2;
  public static final int PARCEL = 3;

  private OutboxIds() {}

  /** Where a lane's parcels are read and sent. */
  public static LwM2mPath parcel(Lane lane) {
    return new LwM2mPath(OBJECT, lane.code(), PARCEL);
  }

  /** The definition of the object, for a server that wants to know its types. */
  public static List<ObjectModel> models() {
    return Definitions.of(OBJECT);
  }
}
