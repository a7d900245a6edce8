package org.fieldstation.models.pack;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.fieldstation.models.Label;
import org.fieldstation.models.Label.Group;

/** A label that is one line of text: {@code Parus major_Great Tit}, or just a name. */
final class PlainLabel {
  private static final Pattern TAXON =
      Pattern.compile("(?<latin>[A-Z][a-z-]+( [a-z×.-]+)+)_(?<common>.+)");

  private PlainLabel() {}

  static Label of(String line, double threshold) {
    var told = OptionalDouble.of(threshold);
    var taxon = TAXON.matcher(line);
    // Lists in this style write sounds that are no species as Engine_Engine, Human vocal_Human
    // vocal.
    if (taxon.matches() && !taxon.group("latin").equals(taxon.group("common"))) {
      var latin = taxon.group("latin");
      return new Label(line, latin, taxon.group("common"), "", Group.SPECIES, told);
    }
    int middle = line.length() / 2;
    var doubled =
        line.length() % 2 == 1
            && line.charAt(middle) == '_'
            && line.substring(0, middle).equals(line.substring(middle + 1));
    var name = doubled ? line.substring(0, middle) : line;
    var group = group(name);
    return new Label(
        line, "", name, "", group, group == Group.BACKGROUND ? OptionalDouble.empty() : told);
  }

  /** The few such names that BirdNET's lists have; whoever needs more writes a column file. */
  private static Group group(String name) {
    return switch (name) {
      case "Human vocal", "Human non-vocal", "Human whistle" -> Group.HUMAN;
      case "Gun" -> Group.THREAT;
      case "Engine" -> Group.VEHICLE;
      case "Noise", "Environmental" -> Group.BACKGROUND;
      default -> Group.SOUND_SOURCE;
    };
  }
}
