package org.fieldstation.station.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.JpegOut;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.models.image.Region;
import org.fieldstation.station.look.Blur;
import org.fieldstation.station.look.Outcome;
import org.fieldstation.station.look.People;
import org.fieldstation.station.look.Sighting;

/**
 * Puts an event's pictures on the disk. Where somebody is in them, or may be, the originals stay
 * restricted and a blurred copy is made that may leave. A disk that refuses costs the pictures and
 * not the event.
 */
public final class Keeper {
  private static final long COPY_PIXELS = 640L * 480;
  private static final float COPY_QUALITY = 0.7f;

  private final MediaFolder folder;
  private final boolean asTheyAre;
  private final Faulty faulty;

  /** Is told what could not be kept. */
  @FunctionalInterface
  public interface Faulty {
    void note(String code, String message);
  }

  /**
   * @param asTheyAre whether pictures of people may leave the station: somebody with the right to
   *     say so has said it
   */
  public Keeper(MediaFolder folder, boolean asTheyAre, Faulty faulty) {
    this.folder = folder;
    this.asTheyAre = asTheyAre;
    this.faulty = faulty;
  }

  /** Keeps what is worth keeping: all frames of an event, one of an event that was none. */
  public Kept keep(Sighting sighting) {
    var looks = sighting.burst().looks();
    int worth = sighting.outcome() == Outcome.BLANK ? 1 : looks.size();
    var media = new ArrayList<Medium>();
    try {
      for (int i = 0; i < worth; i++) {
        media.addAll(keep(looks.get(i).frame(), sighting, i));
      }
      int given = folder.makeRoom();
      if (given > 0) {
        faulty.note("media-given-up", "%d of the oldest files, for space".formatted(given));
      }
    } catch (IOException e) {
      faulty.note("media-unwritable", "a picture could not be kept: " + e);
    }
    return new Kept(sighting, media);
  }

  private List<Medium> keep(Frame frame, Sighting sighting, int index) throws IOException {
    boolean restricted = !asTheyAre && sighting.seen() != People.NONE;
    var original = put(frame, frame.mediaType(), frame.bytes(), restricted, "");
    return restricted
        ? List.of(
            original,
            put(frame, "image/jpeg", blurred(frame, sighting, index), false, original.sha256()))
        : List.of(original);
  }

  private Medium put(Frame frame, String mediaType, byte[] bytes, boolean restricted, String of)
      throws IOException {
    var ending = mediaType.equals("image/jpeg") ? "jpg" : mediaType.replaceAll(".*/", "");
    var stored = folder.put(out -> out.write(bytes), frame.taken().utc(), ending, restricted);
    return new Medium(stored.sha256(), mediaType, stored.size(), restricted, frame.taken(), of);
  }

  /**
   * Where nobody has looked for people, and in frames beside one with somebody in it, all of it.
   */
  private static byte[] blurred(Frame frame, Sighting sighting, int index) {
    var regions =
        sighting.seen() == People.SEEN && !sighting.people().get(index).isEmpty()
            ? sighting.people().get(index)
            : List.of(Region.WHOLE);
    var pixels = PictureFile.of("frame " + frame.number(), frame.bytes()).decode(COPY_PIXELS);
    return JpegOut.encode(Blur.hide(pixels, regions), COPY_QUALITY);
  }
}
