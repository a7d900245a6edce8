package org.fieldstation.station.listen;

import java.util.stream.Gatherer;
import org.fieldstation.drivers.Sound;

/** The step of a stream of sound at which it gets the rate a model wants. */
public final class Resample {
  private Resample() {}

  /**
   * Sound of any rate in, sound of {@code rate} out; the rate may change between one sound and the
   * next. Lost sound stays lost, and positions stay true to the sample.
   */
  public static Gatherer<Sound, ?, Sound> to(int rate) {
    return Gatherer.ofSequential(
        () -> new Resampler(rate),
        Gatherer.Integrator.of((resampler, sound, downstream) -> {
          resampler.accept(sound, downstream::push);
          return !downstream.isRejecting();
        }),
        (resampler, downstream) -> resampler.end(downstream::push));
  }
}
