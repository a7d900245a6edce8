package org.fieldstation.station.board;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A board: what its pins and buses are called, and which of its pins a bus takes.
 *
 * @param profile its name in a configuration, for instance {@code raspberry-pi-5}
 * @param hardware whose drivers reach it: {@code linux} or {@code sim}
 * @param model how the kernel's device tree begins to name it; empty where it does not matter
 * @param names places by the names they may be called by; one name may begin a longer place, as in
 *     {@code i2c/0x76}
 * @param taken header lines that each bus takes for itself
 */
public record Board(
    String profile,
    String hardware,
    String model,
    Map<String, String> names,
    Map<String, Set<Integer>> taken) {

  public Board {
    names = Map.copyOf(names);
    taken = Map.copyOf(taken);
  }

  /** The place behind what a configuration says; what is no name of this board stays as it is. */
  public String place(String at) {
    int slash = at.indexOf('/');
    var first = slash < 0 ? at : at.substring(0, slash);
    var known = names.get(first);
    return known == null ? at : known + (slash < 0 ? "" : at.substring(slash));
  }

  /** The same board with names of one's own, which go before its own. */
  public Board with(Map<String, String> own) {
    var all = new HashMap<String, String>(names);
    all.putAll(own);
    return new Board(profile, hardware, model, all, taken);
  }
}
