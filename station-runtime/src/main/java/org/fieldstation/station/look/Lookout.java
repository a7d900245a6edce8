package org.fieldstation.station.look;

import java.time.Duration;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.drivers.picture.Pixels;
import org.jspecify.annotations.Nullable;

/** Looks at every frame, small: whether anything can be seen in it, and what has moved. */
public final class Lookout {
  /** About 80 x 60 cells: a hare at ten metres is one. */
  private static final int CELLS_ACROSS = 80;

  private static final long ENOUGH = 320L * 240;

  /** Mean luma of a night without a lamp. */
  private static final double DARK = 4;

  private @Nullable Background background;
  private @Nullable Frame last;

  /** Looks at a frame; they must come in their order. */
  public Look look(Frame frame) {
    Pixels cells;
    try {
      var picture = PictureFile.of("frame " + frame.number(), frame.bytes()).decode(ENOUGH);
      cells = picture.shrunk(Math.max(1, picture.width() / CELLS_ACROSS));
    } catch (DeviceException damaged) {
      return new Look(frame, Movement.NONE, Look.DAMAGED, 0);
    }
    double luma = mean(cells);
    if (luma < DARK) {
      return new Look(frame, Movement.NONE, Look.DARK, luma);
    }
    return new Look(frame, movement(frame, cells), "", luma);
  }

  private Movement movement(Frame frame, Pixels cells) {
    var known = background;
    var before = last;
    last = frame;
    if (known == null || before == null || !known.fits(cells)) {
      known = new Background(cells.width(), cells.height());
      background = known;
      return known.see(cells, 0);
    }
    Duration since = frame.taken().uptime().minus(before.taken().uptime());
    return known.see(cells, since.toNanos() / 1e9);
  }

  private static double mean(Pixels cells) {
    long sum = 0;
    for (int cell : cells.rgb()) {
      sum += Pixels.luma(cell);
    }
    return (double) sum / cells.rgb().length;
  }
}
