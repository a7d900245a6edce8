package org.fieldstation.sim.central.page;

import java.util.Locale;
import java.util.Optional;
import org.fieldstation.sim.central.StoredRecord;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.text.JsonLine;
import org.fieldstation.station.wire.Bodies;

/**
 * How much of a record a recipient gets. Where and when a protected animal was heard is what a
 * poacher wants to know, so whoever is not the reserve itself learns that it lives, and no more.
 */
public enum View {
  /** Everything, as the station wrote it: the reserve. */
  ALL {
    @Override
    Optional<JsonLine> line(String station, StoredRecord record, Sensitive sensitive) {
      var entry = record.entry();
      return Optional.of(
          new JsonLine()
              .put("station", station)
              .put("epoch", record.epoch())
              .put("lane", word(record.lane()))
              .put("seq", entry.seq())
              .put("kind", word(entry.kind()))
              .put("at", entry.stamp().utc().toString())
              .put("clock", word(entry.stamp().source()))
              .put("body", Bodies.readable(entry.body())));
    }
  },

  /**
   * Detections with their day, and neither those of people nor those of protected species: for the
   * latter there is {@link ProtectedMonths}, which names no station.
   */
  COARSE {
    @Override
    Optional<JsonLine> line(String station, StoredRecord record, Sensitive sensitive) {
      var entry = record.entry();
      if (entry.kind() != Kind.DETECTION) {
        return Optional.empty();
      }
      return Bodies.named(entry.body())
          .filter(named -> !sensitive.isPerson(named) && !sensitive.isProtected(named))
          .map(named ->
              new JsonLine()
                  .put("station", station)
                  .put("day", entry.stamp().utc().toString().substring(0, "2026-06-01".length()))
                  .put("label", named.label())
                  .put("scientific_name", named.scientificName())
                  .put("score", named.score(), 2));
    }
  };

  /** A record as this recipient may have it; empty when it may not. */
  abstract Optional<JsonLine> line(String station, StoredRecord record, Sensitive sensitive);

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
