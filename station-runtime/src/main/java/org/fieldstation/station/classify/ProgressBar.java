package org.fieldstation.station.classify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.fieldstation.drivers.time.StationClock;

/** A bar that fills on a terminal, redrawn at most ten times a second. */
public final class ProgressBar implements Progress {
  private static final int WIDTH = 40;
  private static final long EVERY = 100_000_000;

  private final PrintWriter out;
  private final StationClock clock;
  private final int files;
  private final Map<Path, Double> parts = new HashMap<>();
  private int done;
  private long drawn;

  public ProgressBar(PrintWriter out, StationClock clock, int files) {
    this.out = out;
    this.clock = clock;
    this.files = files;
    this.drawn = clock.nanos();
  }

  @Override
  public synchronized void heard(Path file, double part) {
    parts.put(file, part);
    if (clock.nanos() - drawn >= EVERY) {
      draw();
    }
  }

  @Override
  public synchronized void done(Path file) {
    parts.remove(file);
    done++;
  }

  @Override
  public synchronized void clear() {
    out.print("\r\033[K");
    out.flush();
  }

  private void draw() {
    drawn = clock.nanos();
    var share = (done + parts.values().stream().mapToDouble(part -> part).sum()) / files;
    var full = (int) (Math.min(1, share) * WIDTH);
    out.printf(
        Locale.ROOT,
        "\r[%s%s] %3.0f %%  %d of %d\033[K",
        "#".repeat(full),
        " ".repeat(WIDTH - full),
        100 * Math.min(1, share),
        done,
        files);
    out.flush();
  }
}
