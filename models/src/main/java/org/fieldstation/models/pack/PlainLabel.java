package org.fieldstation.models.pack;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;

/**
 * A label that is one line of text: {@code Parus major_Great Tit} as BirdNET writes it, {@code
 * Parus major (Great Tit)} as Coral does, or just a name.
 */
final class PlainLabel {
  private static final String LATIN = "(?<latin>[A-Z][a-z-]+( [a-z×.-]+)+)";
  private static final Pattern TAXON =
      Pattern.compile(LATIN + "(_(?<common>.+)| \\((?<bracketed>.+)\\))");

  private PlainLabel() {}

  /**
   * @param otherwise what a name is that tells nothing about itself
   */
  static Label of(String line, double threshold, Group otherwise) {
    var told = OptionalDouble.of(threshold);
    var taxon = TAXON.matcher(line);
    // Lists in this style write sounds that are no species as Engine_Engine, Human vocal_Human
    // vocal.
    if (taxon.matches() && !taxon.group("latin").equals(taxon.group("common"))) {
      var common = taxon.group("common") == null ? taxon.group("bracketed") : taxon.group("common");
      return new Label(line, taxon.group("latin"), common, "", Group.SPECIES, told);
    }
    int middle = line.length() / 2;
    var doubled =
        line.length() % 2 == 1
            && line.charAt(middle) == '_'
            && line.substring(0, middle).equals(line.substring(middle + 1));
    var name = doubled ? line.substring(0, middle) : line;
    var group = group(name, otherwise);
    return new Label(
        line, "", name, "", group, group == Group.BACKGROUND ? OptionalDouble.empty() : told);
  }

  /** The few such names that BirdNET's lists have; whoever needs more writes a column file. */
  private static Group group(String name, Group otherwise) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "human vocal", "human non-vocal", "human whistle", "human", "person" -> Group.HUMAN;
      case "gun" -> Group.THREAT;
      case "engine", "vehicle" -> Group.VEHICLE;
      case "animal" -> otherwise == Group.OBJECT ? Group.SPECIES : otherwise;
      case "noise", "environmental", "background" -> Group.BACKGROUND;
      default -> otherwise;
    };
  }
}
