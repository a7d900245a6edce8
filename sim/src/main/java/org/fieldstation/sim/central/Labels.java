package org.fieldstation.sim.central;

import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.wire.Wire;
import org.fieldstation.station.wire.WireException;

/** Reads what is on and in a parcel that somebody handed in. */
public final class Labels {
  private Labels() {}

  /**
   * Opens a parcel.
   *
   * @throws WireException when it is none, or bears another name than its sender's
   */
  public static Parcel open(String station, byte[] bytes) {
    var parcel = Wire.decode(bytes);
    if (!parcel.station().equals(station)) {
      throw new WireException("it is under another station's name");
    }
    return parcel;
  }

  /** What is wrong with it; a stranger's bytes in the message write no log lines of their own. */
  public static String printable(WireException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", "?");
  }
}
