package org.fieldstation.station;

import java.util.List;
import org.fieldstation.station.film.Reel;
import org.fieldstation.station.journal.Scribe;
import org.fieldstation.station.media.ClipKeeper;
import org.fieldstation.station.notes.PictureReport;
import org.fieldstation.station.settings.CameraSettings;
import org.fieldstation.station.supervise.FaultBook;
import org.fieldstation.station.supervise.Supervisor;

/**
 * Writes the clips of events to the disk, on a line of its own: a card may take seconds for one.
 */
record FilmWork(
    CameraSettings settings, Reel reel, Media media, Scribe scribe, FaultBook faults, long boot)
    implements Supervisor.Work {

  @Override
  public void run(Runnable progress) {
    var keeper =
        new ClipKeeper(
            media.folder(),
            settings.peopleMayLeave(),
            (code, text) -> faults.note("film", code, text));
    progress.run();
    Paths.film(reel, keeper, new PictureReport("camera", boot, List.of()), scribe);
  }
}
