package org.fieldstation.station.deliver.lwm2m;

import org.fieldstation.ota.update.Phase;
import org.fieldstation.station.update.Desk;
import org.fieldstation.station.update.LastEnd;
import org.fieldstation.station.update.Order;

/** An update in the words of object 5. */
record FirmwareStatus(String uri, long state, long result, String name, String version) {
  static final long IDLE = 0;
  static final long DOWNLOADING = 1;
  static final long DOWNLOADED = 2;
  static final long UPDATING = 3;

  static FirmwareStatus of(Desk.Status status) {
    var phase = status.progress().phase();
    return new FirmwareStatus(
        status.order().map(Order::uri).orElse(""),
        state(phase, status.order().isPresent()),
        status.last().map(LastEnd::result).orElse(0),
        status.progress().release(),
        version(phase == Phase.IDLE ? status.current().orElse("") : status.progress().slot()));
  }

  private static long state(Phase phase, boolean ordered) {
    return switch (phase) {
      case IDLE -> ordered ? DOWNLOADING : IDLE;
      case METADATA, DOWNLOADING, VERIFYING, STAGING -> DOWNLOADING;
      case STAGED -> DOWNLOADED;
      case ACTIVATING, TRIAL, CONFIRMING, ROLLING_BACK -> UPDATING;
      case CONFIRMED, ROLLED_BACK, REFUSED -> UPDATING; // not told yet: the result comes with IDLE
    };
  }

  /** A slot is named after its version and the beginning of its hash. */
  private static String version(String slot) {
    return slot.replaceFirst("-[0-9a-f]{12}$", "");
  }

  boolean canBeCancelled() {
    return state == DOWNLOADING || state == DOWNLOADED;
  }
}
