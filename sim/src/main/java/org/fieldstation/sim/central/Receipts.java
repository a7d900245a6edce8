package org.fieldstation.sim.central;

import org.fieldstation.station.journal.Receipt;

/** The way back to the stations. */
@FunctionalInterface
public interface Receipts {

  /** Sends a receipt, once, without waiting; if it is lost the station asks again. */
  void send(String station, Receipt receipt);
}
