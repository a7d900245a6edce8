package org.fieldstation.station.doctor;

import org.fieldstation.station.supervise.Faults;

/** What an exception means for a part of the station. The code in it chooses the words. */
final class Broken {
  private Broken() {}

  static Finding part(String part, Throwable fault) {
    var code = Faults.code(fault);
    var known = code.startsWith("bug-") ? "bug" : code;
    return Finding.failed(part, Words.of(known), Words.of(known + ".do"), Faults.message(fault));
  }
}
