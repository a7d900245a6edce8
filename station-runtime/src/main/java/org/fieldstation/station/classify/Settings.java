package org.fieldstation.station.classify;

import java.util.OptionalDouble;
import org.fieldstation.drivers.Channel;
import org.fieldstation.models.ModelCard;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.identify.Rule;

/**
 * How recordings are to be classified.
 *
 * @param rule what is worth telling, of each window or, {@code perFile}, of their mean
 * @param hop seconds from one window's start to the next; empty for what the model wants
 * @param perFile whether a recording is told as a whole
 * @param threads how many recordings are worked on at once
 */
public record Settings(
    Rule rule, Gates gates, Channel channel, OptionalDouble hop, boolean perFile, int threads) {

  private static final double LONGEST_HOP = 3600;

  /** Each label at its own threshold, every window, one thread. */
  public static final Settings ORDINARY =
      new Settings(
          new Rule.Thresholds(), Gates.ORDINARY, Channel.MIX, OptionalDouble.empty(), false, 1);

  public Settings {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    if (hop.isPresent() && !(hop.getAsDouble() > 0 && hop.getAsDouble() <= LONGEST_HOP)) {
      throw new IllegalArgumentException(
          "windows must be apart by more than 0 and at most %.0f s, not %s s"
              .formatted(LONGEST_HOP, hop.getAsDouble()));
    }
  }

  public Settings withRule(Rule other) {
    return new Settings(other, gates, channel, hop, perFile, threads);
  }

  public Settings withHop(double seconds) {
    return new Settings(rule, gates, channel, OptionalDouble.of(seconds), perFile, threads);
  }

  public Settings asWholes() {
    return new Settings(rule, gates, channel, hop, true, threads);
  }

  public Settings withThreads(int number) {
    return new Settings(rule, gates, channel, hop, perFile, number);
  }

  int hopSamples(ModelCard.Input input) {
    return hop.isPresent()
        ? Math.max(1, (int) Math.round(hop.getAsDouble() * input.rate()))
        : input.hopSamples();
  }
}
