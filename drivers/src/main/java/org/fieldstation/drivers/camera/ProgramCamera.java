package org.fieldstation.drivers.camera;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.DeviceException.Code;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeKeeper;

/**
 * A camera that is another program's. That program is read on a line of its own, so that it never
 * waits for us; it is killed, and waited for, when it gives no picture in time or when the camera
 * is closed. It is not started again here: the fault ends the path, and the path begins anew.
 */
public final class ProgramCamera implements Camera {
  private static final Duration LAST_WORDS = Duration.ofMillis(500);
  private static final Duration DEATH = Duration.ofSeconds(5);

  private final CameraProgram program;
  private final Process process;
  private final LastWords words;
  private final FrameShelf shelf;
  private final Line reading;
  private boolean seen;
  private volatile boolean closed;

  private ProgramCamera(CameraProgram program, TimeKeeper time, Process process) {
    this.program = program;
    this.process = process;
    this.words = LastWords.of(process.getErrorStream(), time);
    this.shelf = new FrameShelf(time);
    this.reading = time.start("camera " + program.name(), this::read);
  }

  /**
   * Starts the program.
   *
   * @throws DeviceException ABSENT when it is not installed
   */
  public static ProgramCamera start(CameraProgram program, TimeKeeper time) {
    try {
      var process = new ProcessBuilder(program.command()).start();
      process.getOutputStream().close();
      return new ProgramCamera(program, time, process);
    } catch (IOException e) {
      throw new DeviceException(
          Code.ABSENT,
          "%s: %s cannot be started; install rpicam-apps or v4l-utils"
              .formatted(program.name(), program.command().getFirst()),
          e);
    }
  }

  @Override
  public String name() {
    return program.name();
  }

  @Override
  public CameraCounts counts() {
    return shelf.counts();
  }

  @Override
  public Optional<Frame> next() throws InterruptedException {
    var patience = seen ? program.between() : program.first();
    var frame = shelf.take(patience);
    if (closed) {
      throw new DeviceException(Code.CLOSED, name() + " was closed");
    }
    if (frame.isEmpty()) {
      boolean ended = shelf.ended();
      kill();
      throw ended ? gone() : hangs(patience);
    }
    seen = true;
    return frame;
  }

  private void read() {
    var frames = program.cutting().apply(process.getInputStream());
    while (!closed) {
      try {
        var bytes = frames.next();
        if (bytes.isEmpty()) {
          break;
        }
        shelf.put("image/jpeg", bytes.get());
      } catch (IOException e) {
        if (!process.isAlive()) {
          break;
        }
        shelf.damaged();
      }
    }
    shelf.end();
  }

  private DeviceException gone() throws InterruptedException {
    var said = words.last();
    boolean busy = said.contains("busy") || said.contains("in use") || said.contains("acquire");
    return new DeviceException(
        busy ? Code.REFUSED : Code.LOST,
        "%s: %s ended by itself%s"
            .formatted(name(), program.command().getFirst(), said.isEmpty() ? "" : ": " + said));
  }

  private DeviceException hangs(Duration patience) throws InterruptedException {
    var said = words.last();
    return new DeviceException(
        Code.LOST,
        "%s gave no picture for %.1f s and was stopped%s"
            .formatted(name(), patience.toMillis() / 1e3, said.isEmpty() ? "" : ": " + said));
  }

  /** Ends the program and does not return before it has: two of them cannot have one camera. */
  private void kill() {
    process.destroy();
    if (!dies(LAST_WORDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      dies(DEATH);
    }
  }

  private boolean dies(Duration atMost) {
    try {
      return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    shelf.end();
    kill();
    reading.stop();
  }
}
