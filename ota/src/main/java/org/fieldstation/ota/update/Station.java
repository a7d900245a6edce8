package org.fieldstation.ota.update;

import java.time.Duration;
import java.util.Optional;

/** What an update asks of the rest of the station. */
public interface Station {

  /** The release somebody wants here: a server, or a technician with a stick. */
  Optional<String> chosen();

  Platform platform();

  /** Whoever chose it wants it no more; asked until the restart. */
  boolean withdrawn();

  /** Battery, link budget and quota allow a download now. */
  boolean mayDownload();

  /** The repository did not answer as it should; one line for people. Told again at each try. */
  void linkFailed(String why);

  /** Nothing is in the way of a restart now. */
  boolean mayRestart();

  /** Called once more before the old release is left, so that it can say what it could do. */
  void leaving();

  /** What recorded in the old release records in this one, or has not had its time yet. */
  boolean isRecording();

  /** Records, recognises, stores, and has no fault that it did not have before. */
  boolean isHealthy();

  /** Somebody wants the old release back before the trial has ended. */
  boolean isRejected();

  /** A server answered this process. */
  boolean reachedServer();

  /** A server answered within the last {@link Limits#contact}. */
  boolean hadContact();

  /** How long this process runs, by a clock that cannot be set. */
  Duration uptime();

  /** Tells how an update ended; true when that will be heard, whatever happens. */
  boolean report(String release, Verdict verdict);
}
