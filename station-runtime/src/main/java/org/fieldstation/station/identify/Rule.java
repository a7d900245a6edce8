package org.fieldstation.station.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
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

  /**
   * What somebody chose: a label's threshold of its own, else one for all, else the pack's own
   * moved by the sensitivity. Labels that the pack never tells are not told, unless somebody gave
   * them a threshold.
   *
   * @param byName by any name of a label, as names are compared
   */
  record Chosen(Map<String, Double> byName, OptionalDouble forAll, Sensitivity level)
      implements Rule {
    public Chosen {
      byName =
          byName.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(e -> Names.key(e.getKey()), Map.Entry::getValue));
    }

    @Override
    public OptionalDouble needs(Label label) {
      if (!byName.isEmpty()) {
        var own = NameLists.names(label).filter(byName::containsKey).findFirst();
        if (own.isPresent()) {
          return OptionalDouble.of(byName.getOrDefault(own.get(), 1.0));
        }
      }
      return label.threshold().isEmpty() || forAll.isEmpty()
          ? new Sensitive(level).needs(label)
          : forAll;
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

  /** What each label's score must reach, found out once: names are not compared in every window. */
  default float[] limits(List<Label> labels) {
    var limits = new float[labels.size()];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = (float) needs(labels.get(i)).orElse(Double.POSITIVE_INFINITY);
    }
    return limits;
  }

  /** The detections among a window's scores, best first. */
  default List<Detection> tell(Window window, List<Label> labels, float[] scores) {
    return tell(window, labels, scores, limits(labels));
  }

  /**
   * The same with limits that are known already.
   *
   * @param limits as {@link #limits} gives them for these labels
   */
  default List<Detection> tell(Window window, List<Label> labels, float[] scores, float[] limits) {
    var told = new ArrayList<Detection>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= limits[i]) {
        told.add(
            new Detection(
                labels.get(i),
                window.startSeconds(),
                window.lengthSeconds(),
                scores[i],
                limits[i]));
      }
    }
    told.sort(BEST_FIRST);
    return told.size() <= most() ? told : told.subList(0, most());
  }
}
