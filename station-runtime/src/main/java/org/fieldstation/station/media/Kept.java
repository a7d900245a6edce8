package org.fieldstation.station.media;

import java.util.List;
import org.fieldstation.station.look.Sighting;

/** An event whose pictures are on the disk, so that its record may speak of them. */
public record Kept(Sighting sighting, List<Medium> media) {
  public Kept {
    media = List.copyOf(media);
  }
}
