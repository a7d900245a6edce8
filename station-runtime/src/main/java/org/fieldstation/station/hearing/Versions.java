package org.fieldstation.station.hearing;

import java.util.Arrays;
import java.util.Comparator;

/** Which of two versions is the newer one: number by number, and 1.10 is newer than 1.9. */
final class Versions {
  /** Older first. What is no number counts as text, and sorts before numbers. */
  static final Comparator<String> ORDER = Versions::compare;

  private Versions() {}

  private static int compare(String a, String b) {
    var left = parts(a);
    var right = parts(b);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order = comparePart(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int comparePart(String a, String b) {
    boolean numbers = isNumber(a) && isNumber(b);
    return numbers
        ? Long.compare(Long.parseLong(a), Long.parseLong(b))
        : Boolean.compare(isNumber(a), isNumber(b)) != 0
            ? Boolean.compare(isNumber(a), isNumber(b))
            : a.compareTo(b);
  }

  private static boolean isNumber(String part) {
    return part.matches("[0-9]{1,18}");
  }

  private static String[] parts(String version) {
    return Arrays.stream(version.split("[.+-]", -1))
        .filter(part -> !part.isEmpty())
        .toArray(String[]::new);
  }
}
