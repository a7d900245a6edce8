package org.fieldstation.station.settings;

import org.fieldstation.station.identify.Repeat;

/** How often a label must be heard: in so many of the last windows, all within so many seconds. */
public record RepeatSettings(int needed, int windows, double seconds) {
  public RepeatSettings {
    var checked = new Repeat(needed, windows, seconds);
    assert checked.needed() == needed;
  }

  Repeat repeat() {
    return new Repeat(needed, windows, seconds);
  }
}
