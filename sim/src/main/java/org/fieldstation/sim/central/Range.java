package org.fieldstation.sim.central;

import java.util.ArrayList;
import java.util.List;

/** Consecutive numbers. */
public record Range(long first, long last) {

  /** What is left of these ranges without those; both ascending and without overlap. */
  static List<Range> without(List<Range> these, List<Range> those) {
    var left = new ArrayList<Range>();
    for (var range : these) {
      long from = range.first;
      for (var cut : those) {
        if (cut.last < from || cut.first > range.last) {
          continue;
        }
        if (cut.first > from) {
          left.add(new Range(from, cut.first - 1));
        }
        from = cut.last + 1;
      }
      if (from <= range.last) {
        left.add(new Range(from, range.last));
      }
    }
    return left;
  }
}
