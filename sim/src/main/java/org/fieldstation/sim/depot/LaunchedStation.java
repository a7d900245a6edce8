package org.fieldstation.sim.depot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fieldstation.drivers.time.SystemTime;
import org.jspecify.annotations.Nullable;

/** A station under the real launcher, started again whenever it ends, as systemd would do it. */
public final class LaunchedStation implements AutoCloseable {
  /** RestartSec of the unit. */
  private static final Duration RESTART = Duration.ofSeconds(2);

  private final SystemTime time = new SystemTime();
  private final Path launcher;
  private final Path root;
  private final List<String> arguments;
  private final Consumer<String> lines;
  private final List<Integer> exits = new CopyOnWriteArrayList<>();
  private final List<Instant> starts = new CopyOnWriteArrayList<>();
  private final Thread keeper;
  private volatile boolean closed;
  private volatile @Nullable Process process;

  private LaunchedStation(
      Path launcher, Path root, List<String> arguments, Consumer<String> lines) {
    this.launcher = launcher;
    this.root = root;
    this.arguments = List.copyOf(arguments);
    this.lines = lines;
    this.keeper = Thread.ofPlatform().daemon().name("launcher").unstarted(this::keep);
  }

  /**
   * Starts it.
   *
   * @param launcher {@code scripts/lib/ota/launch.sh}
   * @param root folder of the slots
   * @param arguments for {@code bin/station}
   * @param lines gets each line it prints
   */
  public static LaunchedStation start(
      Path launcher, Path root, List<String> arguments, Consumer<String> lines) {
    var station = new LaunchedStation(launcher, root, arguments, lines);
    station.keeper.start();
    return station;
  }

  private void keep() {
    var command =
        new ArrayList<>(List.of("sh", launcher.toString(), root.toString(), "bin/station"));
    command.addAll(arguments);
    while (!closed) {
      try {
        starts.add(time.now().utc());
        var now = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = now;
        if (closed) {
          now.destroy();
        }
        read(now);
        exits.add(now.waitFor());
        if (!closed) {
          time.sleep(RESTART);
        }
      } catch (IOException e) {
        if (!closed) { // or its output was cut off together with it
          throw new UncheckedIOException(e);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read(Process now) throws IOException {
    try (var in =
        new BufferedReader(new InputStreamReader(now.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        lines.accept(line);
      }
    }
  }

  /** Kills the process that runs now, as the kernel does; it is started again. */
  public void kill() {
    var now = process;
    if (now != null) {
      now.destroyForcibly();
    }
  }

  /** What it ended with, each time it did. */
  public List<Integer> exits() {
    return List.copyOf(exits);
  }

  /** When it was started, each time it was. */
  public List<Instant> starts() {
    return List.copyOf(starts);
  }

  /** Ends it as systemd would, and starts it no more. */
  @Override
  public void close() {
    closed = true;
    var now = process;
    try {
      if (now != null) {
        now.destroy();
        if (!now.waitFor(60, TimeUnit.SECONDS)) {
          now.destroyForcibly();
        }
      }
      keeper.interrupt();
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
