package org.fieldstation.station.systemd;

import java.util.Map;

/** Whoever started the station and wants to know how it is. */
@FunctionalInterface
public interface ServiceManager {

  /** Started by hand, or by something that does not ask. */
  ServiceManager NOBODY = _ -> {};

  /** Tells it, in the words of sd_notify(3), for instance {@code READY=1}. Never waits. */
  void tell(String state);

  /** The one that this process's environment names. */
  static ServiceManager of(Map<String, String> environment) {
    return environment.containsKey("NOTIFY_SOCKET") ? Systemd.load() : NOBODY;
  }
}
