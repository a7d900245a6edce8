package org.fieldstation.station;

import java.time.Instant;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.media.Kept;

/**
 * Somebody who watches a running station. May be called from several lines of work; must not wait.
 */
public interface Observer {

  /** The sound path began to listen. */
  void listening(String microphone, int rate, String model);

  /** A window that began at {@code start} was judged. */
  void heard(Instant start, Findings findings);

  /** A sensor was read. */
  void measured(String sensor, Sample sample);

  /** The path of pictures began to look. */
  default void watching(String camera, String models) {}

  /** A camera saw something, and its pictures are on the disk. */
  default void saw(Kept event) {}

  /** A server confirmed what it has stored. */
  void confirmed(String server, Receipt receipt);

  /** Something was handed to the journal; it is not written yet. */
  default void noted(Note.Fact fact) {}
}
