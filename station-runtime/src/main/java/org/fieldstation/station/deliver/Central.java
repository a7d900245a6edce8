package org.fieldstation.station.deliver;

import org.fieldstation.station.journal.Parcel;
import org.fieldstation.station.journal.Receipt;

/** A central server, when it can be reached. Used by one line of work. */
public interface Central extends AutoCloseable {

  /** The name this station's configuration gives it; receipts are kept under it. */
  String name();

  /**
   * Hands over a parcel and waits for the server's application to say what it has stored. The
   * transport's own acknowledgement is not enough: a server may answer before it has stored
   * anything.
   *
   * @return what the server has now; it may be less than the parcel held
   * @throws CentralException when there is no such word in time; the parcel may or may not have
   *     arrived
   */
  Receipt deliver(Parcel parcel) throws InterruptedException;

  @Override
  void close();
}
