package org.fieldstation.station.listen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fieldstation.drivers.Sound;

/**
 * Turns sound of any rate into sound of one rate.
 *
 * <p>Measured from the lower of the two Nyquist frequencies: flat within 0.1 dB up to {@value
 * #PASS} of it, and down by 90 dB from it on, so that nothing folds back. Linear in phase, without
 * delay in positions, gain 1 for a constant. Sound that has the rate already passes as it is.
 *
 * <p>The transition of 15 % is a bargain: half of it would double the arithmetic, and the models
 * have little to learn in the last tenth of their band.
 */
final class Resampler {
  static final double PASS = 0.85;

  private final int rate;
  private List<Stage> stages = List.of();
  private int from;

  /**
   * @param rate wanted, in Hz
   */
  Resampler(int rate) {
    if (rate <= 0) {
      throw new IllegalArgumentException("not a sample rate: " + rate + " Hz");
    }
    this.rate = rate;
    this.from = rate;
  }

  void accept(Sound sound, Consumer<? super Sound> next) {
    if (sound.rate() != from) {
      end(next);
      from = sound.rate();
      stages = plan(from, rate);
    }
    accept(0, sound, next);
  }

  /** Gives what the filters still hold. */
  void end(Consumer<? super Sound> next) {
    for (int i = 0; i < stages.size(); i++) {
      var following = i + 1;
      stages.get(i).end(sound -> accept(following, sound, next));
    }
  }

  private void accept(int index, Sound sound, Consumer<? super Sound> next) {
    if (index == stages.size()) {
      next.accept(sound);
    } else {
      stages.get(index).accept(sound, made -> accept(index + 1, made, next));
    }
  }

  /**
   * From a high rate it is cheaper to go down first by a whole number with a gentle filter, one
   * that only guards the band that will be left in the end, and then sharply.
   */
  static List<Stage> plan(int from, int to) {
    if (from == to) {
      return List.of();
    }
    var stop = Math.min(from, to) / 2.0;
    var pass = PASS * stop;
    var between = from;
    var least = 0.8 * Stage.cost(from, to, pass, stop);
    for (int divisor = 2; from / divisor > to; divisor++) {
      var candidate = from / divisor;
      var cost =
          Stage.cost(from, candidate, pass, candidate - stop)
              + Stage.cost(candidate, to, pass, stop);
      if (from % divisor == 0 && cost < least) {
        between = candidate;
        least = cost;
      }
    }
    var stages = new ArrayList<Stage>();
    if (between != from) {
      stages.add(new Stage(from, between, pass, between - stop));
    }
    stages.add(new Stage(between, to, pass, stop));
    return stages;
  }
}
