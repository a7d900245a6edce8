package org.fieldstation.drivers.chip.bucket;

/** Where the number of tips is kept while the station is off. */
public interface TipCount {

  /** What was stored last; 0 for a new gauge. */
  long load();

  /** Returns when the number would survive a power cut. */
  void store(long tips);
}
