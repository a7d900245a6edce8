package org.fieldstation.station.journal;

import java.util.List;

/**
 * Consecutive places of one lane, on their way to one server.
 *
 * @param station the station's name at the server
 * @param epoch the journal's own name, hex; a new journal counts from 1 again under a new epoch
 * @param items in order and without a gap between them
 */
public record Parcel(String station, String epoch, Lane lane, List<Item> items) {
  public Parcel {
    items = List.copyOf(items);
  }

  /** First seq in it. */
  public long first() {
    return items.getFirst().first();
  }

  /** Last seq in it. */
  public long last() {
    return items.getLast().last();
  }
}
