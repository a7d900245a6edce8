package org.fieldstation.drivers.time;

import java.time.Duration;

/**
 * What there is to show for the time that the operating system tells.
 *
 * @param source who set it; NONE when nothing shows that anybody did
 * @param uncertainty how far off it may be; meaningless when the source is NONE
 * @param because one line for a technician
 */
public record Evidence(TimeSource source, Duration uncertainty, String because) {

  /** What the kernel lets the error of a clock grow by that nobody keeps any more. */
  static final double DRIFT = 500e-6;

  /** The same, when nothing has confirmed it for so long. */
  Evidence later(long nanos) {
    return new Evidence(source, uncertainty.plusNanos(Math.round(nanos * DRIFT)), because);
  }

  /** Looks for evidence. Quick, and safe to call from any thread. */
  @FunctionalInterface
  public interface Search {
    Evidence look();
  }
}
