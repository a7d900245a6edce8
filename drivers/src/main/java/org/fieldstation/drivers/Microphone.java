package org.fieldstation.drivers;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A microphone that has been opened and is running: live, simulated, or a recording being played.
 */
public interface Microphone extends AutoCloseable {

  /** What it is and where it is attached, the same after every restart. */
  String name();

  /** Sample frames a second, in Hz. */
  int rate();

  /**
   * Waits for the next sound.
   *
   * @return empty when a recording has ended; a live microphone never ends
   * @throws DeviceException when the microphone is gone or was closed
   */
  Optional<Sound> read() throws InterruptedException;

  /**
   * Sets the gain of its input.
   *
   * @return what the device took, in decibels: the nearest of its steps
   * @throws DeviceException UNSUPPORTED when it has none that can be set, or not so far
   */
  default double gain(double decibels) {
    throw new DeviceException(
        DeviceException.Code.UNSUPPORTED, name() + " has no gain that can be set");
  }

  /** Losses so far. Safe to call from any thread. */
  CaptureCounts counts();

  /** Everything it hears from now on, in order, until a recording ends. */
  default Stream<Sound> sounds() {
    return Stream.generate(this::readOrStop).takeWhile(Optional::isPresent).map(Optional::get);
  }

  private Optional<Sound> readOrStop() {
    try {
      return read();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DeviceException(DeviceException.Code.CLOSED, name() + " was stopped", stopped);
    }
  }

  /** Lets the device go; a reader that waits gets a {@link DeviceException}. */
  @Override
  void close();
}
