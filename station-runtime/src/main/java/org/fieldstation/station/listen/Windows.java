package org.fieldstation.station.listen;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Gatherer;
import org.fieldstation.drivers.Sound;

/** The step at which a stream of sound is cut into windows. */
public final class Windows {
  private final int length;
  private final int hop;
  private final LastWindow last;
  private float[] samples;
  private int filled; // below zero while samples between two windows are passed over
  private int rate;
  private long expected; // position of the next sample
  private boolean first = true; // no window yet of this stretch

  private Windows(int length, int hop, LastWindow last) {
    if (length <= 0 || hop <= 0) {
      throw new IllegalArgumentException("window " + length + ", hop " + hop + " samples");
    }
    this.length = length;
    this.hop = hop;
    this.last = last;
    this.samples = new float[length];
  }

  /**
   * Windows of {@code length} samples, one every {@code hop} samples. No window spans lost sound:
   * the first one after a loss starts at the first sample after it.
   */
  public static Gatherer<Sound, ?, Window> of(int length, int hop, LastWindow last) {
    return Gatherer.ofSequential(
        () -> new Windows(length, hop, last),
        Gatherer.Integrator.of((windows, sound, downstream) -> {
          windows.accept(sound, downstream::push);
          return !downstream.isRejecting();
        }),
        (windows, downstream) -> windows.end(downstream::push));
  }

  private void accept(Sound sound, Consumer<Window> next) {
    if (sound.position() != expected || sound.rate() != rate) {
      end(next);
      rate = sound.rate();
    }
    var from = sound.samples();
    for (int done = 0; done < from.length; ) {
      var fits = Math.min(from.length - done, filled < 0 ? -filled : length - filled);
      if (filled >= 0) {
        System.arraycopy(from, done, samples, filled, fits);
      }
      filled += fits;
      done += fits;
      if (filled == length) {
        next.accept(new Window(sound.position() + done - length, rate, samples));
        moveOn();
      }
    }
    expected = sound.end();
  }

  private void moveOn() {
    var kept = Math.max(0, length - hop);
    samples = Arrays.copyOfRange(samples, length - kept, 2 * length - kept);
    filled = length - hop;
    first = false;
  }

  private void end(Consumer<Window> next) {
    var heard = first ? 0 : Math.max(0, length - hop);
    if (last.wants(filled - heard, hop, first)) {
      Arrays.fill(samples, filled, length, 0);
      next.accept(new Window(expected - filled, rate, samples));
      samples = new float[length];
    }
    filled = 0;
    first = true;
  }
}
