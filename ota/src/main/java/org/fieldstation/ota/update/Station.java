package org.fieldstation.ota.update;

import java.time.Duration;
import java.util.Optional;

/** What an update asks of the rest of the station. */
public interface Station {

  /** The release somebody wants here: a server, or a technician with a stick. */
  Optional<String> chosen();

  Platform platform();

  /** Battery, link budget and quota allow a download now. */
  boolean mayDownload();

  /** Nothing is in the way of a restart now. */
  boolean mayRestart();

  /** Records, recognises, stores, and has no fault that it did not have before. */
  boolean isHealthy();

  /** A server answered this process. */
  boolean reachedServer();

  /** A server answered within the last {@link Updater#CONTACT_LIMIT}. */
  boolean hadContact();

  /** How long this process runs, by a clock that cannot be set. */
  Duration uptime();

  /** Tells how an update ended; true when that will be heard, whatever happens. */
  boolean report(String release, Verdict verdict);
}
