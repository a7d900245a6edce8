package org.fieldstation.drivers.kernel;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A PWM output of a chip below {@code /sys/class/pwm} (Documentation/driver-api/pwm.rst). */
public final class PwmChannel implements AutoCloseable {
  private static final long NANOS = 1_000_000_000L;

  private final Path folder;
  private final long period;
  private boolean closed;

  private PwmChannel(Path folder, long period) {
    this.folder = folder;
    this.period = period;
  }

  /**
   * Takes a channel, off.
   *
   * @param chip the chip's folder, for instance {@code /sys/class/pwm/pwmchip0}
   */
  public static PwmChannel open(Path chip, int channel, int hertz) throws IOException {
    var folder = chip.resolve("pwm" + channel);
    if (!Files.exists(folder)) {
      try {
        write(chip.resolve("export"), channel);
      } catch (NoSuchFileException e) {
        throw new KernelException(chip.toString(), Errno.ENOENT);
      } catch (FileSystemException e) {
        throw e; // denied, or no file
      } catch (IOException e) {
        // The kernel says EBUSY where a driver holds the channel, ENODEV where there is none.
        throw new KernelException(folder + ": " + e.getMessage(), Errno.EBUSY);
      }
    }
    long period = NANOS / hertz;
    // The duty may never be longer than the period, so a longer one from before goes first.
    write(folder.resolve("duty_cycle"), 0);
    write(folder.resolve("period"), period);
    write(folder.resolve("enable"), 1);
    return new PwmChannel(folder, period);
  }

  /** Sets the part of the time it is on, 0 to 1. */
  public synchronized void duty(double part) throws IOException {
    if (closed) {
      throw new KernelException(folder.toString(), Errno.ENODEV);
    }
    write(folder.resolve("duty_cycle"), Math.round(period * part));
  }

  private static void write(Path file, long number) throws IOException {
    Files.writeString(file, Long.toString(number));
  }

  /** Switches off. The channel stays exported: whoever opens it next finds it so. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      write(folder.resolve("duty_cycle"), 0);
      write(folder.resolve("enable"), 0);
    }
  }
}
