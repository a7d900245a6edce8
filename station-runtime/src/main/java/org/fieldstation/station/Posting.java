package org.fieldstation.station;

import java.time.Instant;
import org.fieldstation.drivers.Sample;
import org.fieldstation.drivers.time.StationClock;
import org.fieldstation.station.identify.Findings;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Receipt;
import org.fieldstation.station.media.Kept;
import org.fieldstation.station.now.Bulletin;
import org.fieldstation.station.now.Seen;

/** Puts what an observer sees on the bulletin, and passes it on to another. */
record Posting(Bulletin bulletin, StationClock clock, Observer other) implements Observer {

  @Override
  public void listening(String microphone, int rate, String model) {
    bulletin.listening(microphone, rate, model);
    other.listening(microphone, rate, model);
  }

  @Override
  public void heard(Instant start, Findings findings) {
    bulletin.heard(start, findings);
    other.heard(start, findings);
  }

  @Override
  public void watching(String camera, String models) {
    bulletin.watching(camera, models);
    other.watching(camera, models);
  }

  @Override
  public void saw(Kept event) {
    bulletin.saw(Seen.of(event.sighting()));
    other.saw(event);
  }

  @Override
  public void measured(String sensor, Sample sample) {
    bulletin.measured(sensor, clock.now().utc(), sample);
    other.measured(sensor, sample);
  }

  @Override
  public void noted(Note.Fact fact) {
    bulletin.noted(fact);
    other.noted(fact);
  }

  @Override
  public void confirmed(String server, Receipt receipt) {
    other.confirmed(server, receipt);
  }
}
