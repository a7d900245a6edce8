package org.fieldstation.station.notes;

import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.listen.SoundMeter;
import org.fieldstation.station.listen.Timeline;
import org.fieldstation.station.wire.Bodies;

/** Makes a measured stretch of sound into a note for the journal: a reading of the microphone. */
public record MeasuresReport(String sensor, Timeline timeline, long boot) {

  /** The note, with the time at which the stretch began. */
  public Note note(SoundMeter.Stretch stretch) {
    var start = timeline.at(stretch.startSeconds());
    return new Note.Fact(
        Lane.DATA,
        Kind.READING,
        Stamp.of(boot, start),
        Bodies.measures(sensor, stretch.measures()));
  }
}
