package org.fieldstation.station;

import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.settings.CentralSettings;

/** What each server may see of the station and change in it: the objects it is shown. */
final class Shelves {
  private Shelves() {}

  /** The objects for a server. */
  static ObjectShelf of(CentralSettings server) {
    return ObjectShelf.EMPTY;
  }
}
