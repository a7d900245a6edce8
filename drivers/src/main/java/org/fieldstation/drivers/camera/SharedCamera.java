package org.fieldstation.drivers.camera;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldstation.drivers.Camera;
import org.fieldstation.drivers.CameraCounts;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.Frame;
import org.fieldstation.drivers.time.Scheduler.Line;
import org.fieldstation.drivers.time.TimeKeeper;
import org.jspecify.annotations.Nullable;

/**
 * A camera for two: one is handed every frame as it comes and must be quick; the other takes every
 * so-manieth when it has time, and what it had no time for is counted. So a film has no gap while
 * somebody thinks about a picture.
 */
public final class SharedCamera implements Camera {

  /**
   * The camera below has deadlines of its own and ends by a fault, so nothing is waited for here.
   */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Camera camera;
  private final int every;
  private final Consumer<Frame> first;
  private final FrameShelf shelf;
  private final Line reading;
  private volatile @Nullable RuntimeException fault;
  private volatile boolean closed;

  private SharedCamera(Camera camera, int every, Consumer<Frame> first, TimeKeeper time) {
    this.camera = camera;
    this.every = every;
    this.first = first;
    this.shelf = new FrameShelf(time);
    this.reading = time.start("film " + camera.name(), this::read);
  }

  /**
   * Begins to read the camera, which is closed with this one.
   *
   * @param every of so many frames one is for whoever asks for the next
   * @param first is handed every frame at once
   */
  public static SharedCamera of(Camera camera, int every, Consumer<Frame> first, TimeKeeper time) {
    return new SharedCamera(camera, every, first, time);
  }

  private void read() throws InterruptedException {
    try {
      long number = 0;
      for (var frame = camera.next(); frame.isPresent() && !closed; frame = camera.next()) {
        first.accept(frame.get());
        if (number++ % every == 0) {
          shelf.put(frame.get());
        }
      }
    } catch (RuntimeException e) {
      fault = e;
    } finally {
      shelf.end();
    }
  }

  @Override
  public String name() {
    return camera.name();
  }

  @Override
  public Optional<Frame> next() throws InterruptedException {
    while (true) {
      var frame = shelf.take(LOOK);
      if (closed) {
        throw new DeviceException(DeviceException.Code.CLOSED, name() + " was closed");
      }
      if (frame.isPresent()) {
        return frame;
      }
      var broke = fault;
      if (broke != null) {
        throw broke;
      }
      if (shelf.ended()) {
        return Optional.empty();
      }
    }
  }

  @Override
  public CameraCounts counts() {
    var below = camera.counts();
    var here = shelf.counts();
    return new CameraCounts(here.frames(), below.lost() + here.lost(), below.damaged());
  }

  @Override
  public void close() {
    closed = true;
    shelf.end();
    camera.close();
    reading.stop();
  }
}
