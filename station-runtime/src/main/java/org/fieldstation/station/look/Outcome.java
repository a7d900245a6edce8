package org.fieldstation.station.look;

import java.util.Locale;
import org.fieldstation.models.Label;

/** What an event turned out to be, in the words of Camtrap DP 1.0.2. */
public enum Outcome {
  ANIMAL,
  HUMAN,
  VEHICLE,
  /** Looked for, and nothing there. */
  BLANK,
  /** Something is there, and nothing reached its threshold. */
  UNKNOWN,
  /** Nobody has looked: there is no model for pictures. */
  UNCLASSIFIED;

  /** What a label of that group says. */
  public static Outcome of(Label.Group group) {
    return switch (group) {
      case SPECIES -> ANIMAL;
      case HUMAN -> HUMAN;
      case VEHICLE -> VEHICLE;
      case BLANK, BACKGROUND -> BLANK;
      case SOUND_SOURCE, THREAT, OBJECT -> UNKNOWN;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
