package org.fieldstation.station.identify;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.fieldstation.models.Label;
import org.fieldstation.station.listen.Window;

/** Which of a window's scores are worth telling. */
public sealed interface Rule {
  Comparator<Detection> BEST_FIRST = Comparator.comparingDouble(Detection::score).reversed();

  /** What a label's score must reach; empty for a label that is not told. */
  OptionalDouble needs(Label label);

  /** The most detections of one window. */
  int most();

  /** Each label at its own threshold; labels without one, such as background, are never told. */
  record Thresholds() implements Rule {
    @Override
    public OptionalDouble needs(Label label) {
      return label.threshold();
    }

    @Override
    public int most() {
      return Integer.MAX_VALUE;
    }
  }

  /** Each label's own threshold, moved up or down by a step that somebody chose. */
  record Sensitive(Sensitivity level) implements Rule {
    @Override
    public OptionalDouble needs(Label label) {
      return label.threshold().isPresent()
          ? OptionalDouble.of(level.threshold(label.threshold().getAsDouble()))
          : label.threshold();
    }

    @Override
    public int most() {
      return Integer.MAX_VALUE;
    }
  }

  /** One threshold in place of the labels' own; labels without one are still never told. */
  record AtLeast(double score) implements Rule {
    public AtLeast {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException("a score is from 0 to 1, not " + score);
      }
    }

    @Override
    public OptionalDouble needs(Label label) {
      return label.threshold().isPresent() ? OptionalDouble.of(score) : OptionalDouble.empty();
    }

    @Override
    public int most() {
      return Integer.MAX_VALUE;
    }
  }

  /** The best few whatever their score, background too: for looking at a model, not for records. */
  record Best(int most) implements Rule {
    public Best {
      if (most < 1) {
        throw new IllegalArgumentException("the best " + most + " of a window");
      }
    }

    @Override
    public OptionalDouble needs(Label label) {
      return OptionalDouble.of(0);
    }
  }

  /** The detections among a window's scores, best first. */
  default List<Detection> tell(Window window, List<Label> labels, float[] scores) {
    return IntStream.range(0, scores.length)
        .filter(i -> scores[i] >= (float) needs(labels.get(i)).orElse(Double.POSITIVE_INFINITY))
        .mapToObj(i -> detection(window, labels.get(i), scores[i]))
        .sorted(BEST_FIRST)
        .limit(most())
        .toList();
  }

  private Detection detection(Window window, Label label, float score) {
    var threshold = (float) needs(label).orElse(0);
    return new Detection(label, window.startSeconds(), window.lengthSeconds(), score, threshold);
  }
}
