package org.fieldstation.models.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fieldstation.models.Label.Group;

/** Puts a label file of ours together from a list of names and from common names by them. */
final class LabelsMaker {
  private static final Pattern BINOMIAL = Pattern.compile("[A-Z][a-z]+ [a-z×.-]+( [a-z×.-]+)*");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private final Map<String, String> en;
  private final Map<String, String> zh;
  private final boolean binomials;
  private final double threshold;

  /**
   * @param binomials whether names of two words are scientific ones
   */
  LabelsMaker(Map<String, String> en, Map<String, String> zh, boolean binomials, double threshold) {
    this.en = en;
    this.zh = zh;
    this.binomials = binomials;
    this.threshold = threshold;
  }

  /** The label file, one row for each name. */
  byte[] of(List<String> names) {
    var rows = new ArrayList<String>();
    rows.add(LabelsReader.HEADER);
    names.forEach(name -> rows.add(row(name)));
    return (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String row(String name) {
    var known = SoundNames.group(name);
    boolean species = binomials && known.isEmpty() && BINOMIAL.matcher(name).matches();
    var group = species ? Group.SPECIES : known.orElse(Group.SOUND_SOURCE);
    // Lists in other languages fall back to English where nobody has given a name.
    var chinese = zh.getOrDefault(name, "");
    return String.join(
        "\t",
        plain(name),
        species ? plain(name) : "",
        plain(en.getOrDefault(name, name)),
        CHINESE.matcher(chinese).find() ? plain(chinese) : "",
        group.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        group == Group.BACKGROUND ? "" : Double.toString(threshold));
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
