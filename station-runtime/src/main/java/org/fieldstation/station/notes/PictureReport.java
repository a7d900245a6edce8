package org.fieldstation.station.notes;

import java.util.List;
import java.util.stream.Stream;
import org.fieldstation.drivers.time.Moment;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.journal.Note;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.look.Outcome;
import org.fieldstation.station.media.Kept;
import org.fieldstation.station.media.Medium;
import org.fieldstation.station.wire.PictureBodies;

/** Makes events into notes for the journal: what was seen, and which files show it. */
public final class PictureReport {
  private final String camera;
  private final long boot;
  private final List<byte[]> contexts;

  /**
   * @param contexts names of the context records that say which models and software judged
   */
  public PictureReport(String camera, long boot, List<byte[]> contexts) {
    this.camera = camera;
    this.boot = boot;
    this.contexts = List.copyOf(contexts);
  }

  /** The notes for one event, in the order in which they should be written. */
  public Stream<Note> notes(Kept kept) {
    var start = kept.sighting().burst().start();
    var stamp = Stamp.of(boot, start);
    var event =
        new Note.Fact(
            lane(kept.sighting().outcome()),
            Kind.EVENT,
            stamp,
            PictureBodies.event(camera, contexts, kept));
    return Stream.concat(
        Stream.of(event), kept.media().stream().map(medium -> note(start, medium)));
  }

  /** The note for a file of the event that began then. */
  public Note note(Moment start, Medium medium) {
    return new Note.Fact(
        Lane.MEDIA, Kind.MEDIUM, Stamp.of(boot, start), PictureBodies.medium(start, medium));
  }

  /** Somebody on foot or on wheels is news for the rangers; an animal can wait for the data. */
  private static Lane lane(Outcome outcome) {
    return outcome == Outcome.HUMAN || outcome == Outcome.VEHICLE ? Lane.URGENT : Lane.DATA;
  }
}
