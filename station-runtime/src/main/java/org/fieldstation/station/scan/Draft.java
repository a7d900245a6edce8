package org.fieldstation.station.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.catalogue.Chips;

/** A configuration for what was found. It is whole: a station starts with it as it is. */
public final class Draft {
  private final String profile;
  private final List<Found> found;
  private final Map<String, Integer> used = new HashMap<>();

  /**
   * @param profile the board's name, for instance {@code raspberry-pi-5}
   */
  public Draft(String profile, List<Found> found) {
    this.profile = profile;
    this.found = List.copyOf(found);
  }

  /** The file's text. */
  public String text() {
    var lines = new ArrayList<String>();
    lines.add("# Written by: station doctor scan. Give the station its own name.");
    table(lines, "[station]", "name = \"new-station\"", "data = \"/var/lib/station\"");
    table(lines, "[board]", "profile = \"" + profile + "\"");
    boolean heard = false;
    for (var one : found) {
      switch (one) {
        case Found.SoundCard it -> {
          var mark = heard ? "# " : ""; // a station has one microphone; the others are for choice
          table(
              lines,
              mark + "[microphone]   # " + oneLine(it.name()),
              mark + "device = \"" + it.at() + "\"");
          heard = true;
        }
        case Found.Clock it -> table(lines, "[board.clock-chip]", "at = \"" + it.at() + "\"");
        case Found.Receiver it -> {
          table(lines, "[board.gnss]", "at = \"" + it.at() + "\"");
          it.baud().ifPresent(baud -> lines.add("baud = " + baud));
        }
        case Found.Chip it ->
            table(
                lines,
                "[[sensor]]" + (it.proved() ? "" : "   # it answers; it cannot prove what it is"),
                "name = \"" + name(it.what()) + "\"",
                "chip = \"" + it.what() + "\"",
                "at = \"" + it.at() + "\"");
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void table(List<String> lines, String head, String... keys) {
    lines.add("");
    lines.add(head);
    lines.addAll(List.of(keys));
  }

  private String name(String chip) {
    var word = word(chip);
    int number = used.merge(word, 1, Integer::sum);
    return number == 1 ? word : word + "-" + number;
  }

  private static String word(String chip) {
    try {
      var quantities = Chips.kind(chip).quantities();
      if (quantities.contains(Quantity.CO2)) {
        return "co2";
      }
      if (quantities.contains(Quantity.AIR_TEMPERATURE)) {
        return "air";
      }
      if (quantities.contains(Quantity.ILLUMINANCE)) {
        return "light";
      }
      return quantities.contains(Quantity.CHARGE) ? "battery" : "power";
    } catch (DeviceException unknown) {
      return chip;
    }
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\p{Cntrl}", " ");
  }
}
