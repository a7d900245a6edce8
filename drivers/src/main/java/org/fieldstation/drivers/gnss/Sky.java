package org.fieldstation.drivers.gnss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fieldstation.drivers.gnss.Report.Gsv;

/** The satellites in view, put together from sentences of up to four. */
final class Sky {

  /** More than are in view from any place: a counter that runs away is not followed. */
  private static final int MOST_SENTENCES = 16;

  private final Map<String, List<Satellite>> whole = new TreeMap<>();
  private final List<Satellite> part = new ArrayList<>();
  private String talker = "";
  private int next = 1;

  void take(Gsv gsv) {
    if (gsv.number() == 1) {
      part.clear();
      next = 1;
      talker = gsv.talker();
    }
    if (gsv.number() != next || !gsv.talker().equals(talker) || gsv.sentences() > MOST_SENTENCES) {
      next = 0; // a sentence is missing: wait for the next beginning
      return;
    }
    part.addAll(gsv.satellites());
    next++;
    if (gsv.number() == gsv.sentences()) {
      whole.put(talker, List.copyOf(part));
      next = 0;
    }
  }

  List<Satellite> satellites() {
    return whole.values().stream().flatMap(List::stream).toList();
  }
}
