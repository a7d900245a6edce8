package org.fieldstation.station.media;

import java.io.IOException;
import java.util.Optional;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.Avi;
import org.fieldstation.station.film.Clip;

/**
 * Puts clips on the disk. Nobody looks for people in each frame of a clip, so unless somebody with
 * the right to has said that people may be shown, a clip does not leave the station.
 */
public final class ClipKeeper {
  private final MediaFolder folder;
  private final boolean asTheyAre;
  private final Keeper.Faulty faulty;

  public ClipKeeper(MediaFolder folder, boolean asTheyAre, Keeper.Faulty faulty) {
    this.folder = folder;
    this.asTheyAre = asTheyAre;
    this.faulty = faulty;
  }

  /** Keeps a clip; empty when the disk refuses, which is told. */
  public Optional<Medium> keep(Clip clip) {
    if (!clip.whole()) {
      faulty.note(
          "clip-short",
          "a clip ends after %d frames: no more of them fit in memory, or the camera went away"
              .formatted(clip.frames().size()));
    }
    int micros = (int) Math.max(1, clip.period().toNanos() / 1_000);
    var jpegs = clip.frames().stream().map(Frame::bytes).toList();
    var taken = clip.frames().getFirst().taken();
    try {
      var stored = folder.put(out -> Avi.write(jpegs, micros, out), taken.utc(), "avi", !asTheyAre);
      int given = folder.makeRoom();
      if (given > 0) {
        faulty.note("media-given-up", "%d of the oldest files, for space".formatted(given));
      }
      return Optional.of(
          new Medium(stored.sha256(), Avi.MEDIA_TYPE, stored.size(), !asTheyAre, taken, ""));
    } catch (IOException e) {
      faulty.note("media-unwritable", "a clip could not be kept: " + e);
      return Optional.empty();
    }
  }
}
