package org.fieldstation.station;

import java.io.IOException;
import java.nio.file.Path;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.station.media.MediaFolder;
import org.jspecify.annotations.Nullable;

/** The one folder of pictures and clips, opened by whoever needs it first. */
final class Media {
  private final Path path;
  private final long mostBytes;
  private @Nullable MediaFolder folder;

  Media(Path path, long mostBytes) {
    this.path = path;
    this.mostBytes = mostBytes;
  }

  synchronized MediaFolder folder() {
    var known = folder;
    if (known == null) {
      try {
        known = MediaFolder.open(path, mostBytes);
      } catch (IOException e) {
        throw new DeviceException(
            DeviceException.Code.REFUSED, "%s: pictures cannot be kept (%s)".formatted(path, e), e);
      }
      folder = known;
    }
    return known;
  }
}
