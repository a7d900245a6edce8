package org.fieldstation.station.hearing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.LongSupplier;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.pack.Formula;
import org.fieldstation.models.pack.Pack;
import org.fieldstation.station.identify.Board;
import org.fieldstation.station.identify.Consensus;
import org.fieldstation.station.identify.Drowned;
import org.fieldstation.station.identify.Gates;
import org.fieldstation.station.identify.Judge;
import org.fieldstation.station.identify.NameLists;
import org.fieldstation.station.identify.Privacy;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.identify.Screen;
import org.fieldstation.station.identify.Sensitivity;
import org.fieldstation.station.identify.SteadyNoise;
import org.fieldstation.station.identify.WatchLists;
import org.fieldstation.station.listen.Window;

/** What one window of a pack costs on this machine, and how much of it is the model itself. */
public final class PackBench {
  private static final int WARM_UP = 100;
  private static final int ROUND = 10;

  private final LongSupplier processorNanos;

  /**
   * @param processorNanos what the calling thread has used of a processor: other work on the
   *     machine does not count
   */
  public PackBench(LongSupplier processorNanos) {
    this.processorNanos = processorNanos;
  }

  /**
   * What was found, medians of rounds that take turns.
   *
   * @param windowMillis of gates, front end, inference, thresholds and filters
   * @param inferenceMillis of the model alone
   * @param realTime part of the time from one window to the next
   */
  public record Found(int windows, double windowMillis, double inferenceMillis, double realTime) {

    /** What comes on top of the inference, as a part of it. */
    public double overhead() {
      return windowMillis / inferenceMillis - 1;
    }
  }

  /** Tries a pack for about so many seconds of processor time. */
  public Found run(Pack pack, double seconds) {
    try (var classifier = pack.classifier(1);
        var bare = pack.bareModel(1)) {
      var input = pack.card().input();
      var sound = Formula.CHIRPS.window(input.rate(), input.windowSamples());
      var judge = judge(classifier);
      long hop = input.hopSamples();
      long position = 0;
      var whole = new Times();
      var alone = new Times();
      long end = processorNanos.getAsLong() + (long) (seconds * 1e9);
      for (int round = 0; round < 3 || processorNanos.getAsLong() < end; round++) {
        int windows = round == 0 ? WARM_UP : ROUND;
        long began = processorNanos.getAsLong();
        for (int i = 0; i < windows; i++, position += hop) {
          judge.judge(new Window(position, input.rate(), sound));
        }
        long middle = processorNanos.getAsLong();
        for (int i = 0; i < windows; i++) {
          bare.run();
        }
        if (round > 0) {
          whole.add(middle - began, windows);
          alone.add(processorNanos.getAsLong() - middle, windows);
        }
      }
      double window = whole.median();
      return new Found(
          whole.windows, window, alone.median(), window / 1000 / ((double) hop / input.rate()));
    }
  }

  /** With all the filters a station has, none of which knows anything yet. */
  private static Judge judge(Classifier classifier) {
    var board = new Board();
    board.joins("bench", classifier.card().labels());
    var level = Sensitivity.BALANCED;
    var none = OptionalDouble.empty();
    return new Judge(
        classifier,
        Gates.ORDINARY,
        new Rule.Sensitive(level),
        new Screen(
            WatchLists.bundled(),
            List.of(
                new NameLists(Set.of(), Set.of()),
                new Drowned(
                    new Drowned.Limits(2.5, 8, Set.of()),
                    () -> new Drowned.Weather(none, none),
                    board),
                new SteadyNoise(SteadyNoise.Limits.ORDINARY),
                new Consensus("bench", board, Consensus.Quorum.ANY),
                level.confirmation())),
        Privacy.ORDINARY);
  }

  /** Milliseconds a window, round by round. */
  private static final class Times {
    private final List<Double> rounds = new ArrayList<>();
    private int windows;

    void add(long nanos, int count) {
      rounds.add(nanos / 1e6 / count);
      windows += count;
    }

    double median() {
      var sorted = rounds.stream().sorted().toList();
      return sorted.get(sorted.size() / 2);
    }
  }
}
