package org.fieldstation.station.update;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How this process came to run: from a slot, by the launcher, which starts the current slot again
 * when it has ended.
 *
 * @param slot the slot it runs from
 * @param heartbeat the file that has to change while it is on trial; empty when nobody looks
 * @param again ends this process so that the launcher does so; must not wait
 */
public record Launched(String slot, Optional<Path> heartbeat, Runnable again) {

  /** What a process ends with so that it is started again; systemd and the launcher know it. */
  public static final int EXIT_AGAIN = 100;

  /** As the launcher's environment says; empty where no launcher started this process. */
  public static Optional<Launched> from(Map<String, String> environment, Runnable again) {
    var heartbeat = Optional.ofNullable(environment.get(Heartbeat.VARIABLE)).map(Path::of);
    return Optional.ofNullable(environment.get("FIELDSTATION_SLOT"))
        .map(slot -> new Launched(slot, heartbeat, again));
  }
}
