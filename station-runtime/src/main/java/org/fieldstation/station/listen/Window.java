package org.fieldstation.station.listen;

/**
 * One window of sound, as long as the model wants it and at the model's rate.
 *
 * @param position number of samples, at {@code rate}, between the opening of the microphone and the
 *     window's start
 * @param rate samples a second, in Hz
 * @param samples full scale -1 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // windows are never compared
public record Window(long position, int rate, float[] samples) {

  /** Seconds from the opening of the microphone to the window's start. */
  public double startSeconds() {
    return (double) position / rate;
  }

  /** The window's length in seconds. */
  public double lengthSeconds() {
    return (double) samples.length / rate;
  }
}
