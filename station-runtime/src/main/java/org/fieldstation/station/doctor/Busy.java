package org.fieldstation.station.doctor;

import org.fieldstation.drivers.DeviceException;

/** A device that the running station holds cannot be looked at by anybody else. */
final class Busy {
  private Busy() {}

  static Finding orBroken(String part, DeviceException fault, boolean running) {
    boolean held = running && fault.code() == DeviceException.Code.REFUSED;
    return held ? Finding.skipped(part, Words.of("in-use")) : Broken.part(part, fault);
  }
}
