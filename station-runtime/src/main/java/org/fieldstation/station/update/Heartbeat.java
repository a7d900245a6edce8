package org.fieldstation.station.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * What keeps the launcher from ending a release on trial: a file that becomes another every second,
 * but only while what recorded before records, and while the path that judges the trial gets on. So
 * each is watched by something outside of it, down to a shell script that no update changes.
 */
public final class Heartbeat implements AutoCloseable {
  /** Set by the launcher while a release is on trial. */
  public static final String VARIABLE = "FIELDSTATION_HEARTBEAT";

  /** Where the launcher reads after how many silent seconds it has to end a release on trial. */
  static final String LIMITS = "watch";

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Two windows of the slowest model: then sound is not only taken in but listened to. */
  private static final Duration RECORDING = Duration.ofSeconds(8);

  /** The judge may open a model meanwhile, on a slow board. */
  private static final Duration JUDGING = Duration.ofMinutes(3);

  private final Path file;
  private final Beats beats;
  private final Supplier<Set<String>> recorders;
  private final TimeKeeper time;
  private final Line line;

  /**
   * Begins to beat.
   *
   * @param recorders the paths that have to record; none once the release has proved itself
   */
  public Heartbeat(Path file, Beats beats, Supplier<Set<String>> recorders, TimeKeeper time) {
    this.file = file;
    this.beats = beats;
    this.recorders = recorders;
    this.time = time;
    this.line = time.start("heartbeat", this::beat);
  }

  private void beat() throws InterruptedException {
    while (true) {
      if (isWell()) {
        write(time.now().uptime());
      }
      time.sleep(EVERY);
    }
  }

  private boolean isWell() {
    return beats.isAlive("update", JUDGING)
        && recorders.get().stream().allMatch(path -> beats.hasBeaten(path, RECORDING));
  }

  /** Neither synced nor renamed: the launcher compares it, and half of it is as good as all. */
  private void write(Duration uptime) {
    try {
      Files.writeString(file, uptime.toMillis() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    line.stop();
  }
}
