package org.fieldstation.sim.central;

import org.fieldstation.station.journal.Receipt;

/** The answer to one Send, while it is still held back. One of its methods is called, once. */
public interface Reply {

  /** An answer that has gone already. */
  Reply GONE =
      new Reply() {
        @Override
        public boolean with(Receipt receipt) {
          return false;
        }

        @Override
        public void without() {}
      };

  /** Answers, with the receipt in it. Returns whether it could: else it has to go by itself. */
  boolean with(Receipt receipt);

  /** Answers that the parcel has arrived, and no more. */
  void without();
}
