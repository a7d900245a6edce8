package org.fieldstation.models;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One thing a model can name.
 *
 * @param id the pack's own word for it, unique in the pack
 * @param scientificName Latin name; empty where the label is not a taxon
 * @param en English name
 * @param zh Chinese name; empty where nobody has given one
 * @param threshold the score at which it is worth telling; empty for a label that is never told,
 *     such as background
 * @param gbif its key in the taxonomic backbone of GBIF, where the pack says it
 */
public record Label(
    String id,
    String scientificName,
    String en,
    String zh,
    Group group,
    OptionalDouble threshold,
    OptionalLong gbif) {

  /** A label of which nobody has said what GBIF calls it. */
  public Label(
      String id,
      String scientificName,
      String en,
      String zh,
      Group group,
      OptionalDouble threshold) {
    this(id, scientificName, en, zh, group, threshold, OptionalLong.empty());
  }

  /** What kind of thing a label is. */
  public enum Group {
    SPECIES,
    SOUND_SOURCE,
    HUMAN,
    VEHICLE,
    THREAT,
    BLANK,
    BACKGROUND,
    /** A thing that is none of these: what models of everyday pictures name besides. */
    OBJECT
  }
}
