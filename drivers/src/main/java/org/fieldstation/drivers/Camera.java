package org.fieldstation.drivers;

import java.util.Optional;
import java.util.stream.Stream;

/** A camera that has been opened and is looking: live, simulated, or a folder being played. */
public interface Camera extends AutoCloseable {

  /** What it is and where it is attached, the same after every restart. */
  String name();

  /**
   * Waits for the next frame.
   *
   * @return empty when a folder has been played to its end; a live camera never ends
   * @throws DeviceException when the camera is gone, gives no frame in time, or was closed
   */
  Optional<Frame> next() throws InterruptedException;

  /** What became of the frames so far. Safe to call from any thread. */
  CameraCounts counts();

  /** Everything it sees from now on, in order, until a folder ends. */
  default Stream<Frame> frames() {
    return Stream.generate(this::nextOrStop).takeWhile(Optional::isPresent).map(Optional::get);
  }

  private Optional<Frame> nextOrStop() {
    try {
      return next();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeviceException(DeviceException.Code.CLOSED, name() + " was stopped", stopped);
    }
  }

  /** Lets the device go; a reader that waits gets a {@link DeviceException}. */
  @Override
  void close();
}
