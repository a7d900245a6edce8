package org.fieldstation.models.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** Makes boxes of what a detector answers. */
public final class Boxes {
  private static final Comparator<Box> BEST_FIRST =
      Comparator.comparingDouble(Box::score).reversed();

  /** More than an animal's herd, less than what a damaged model can answer. */
  private static final int MOST = 300;

  private static final int PLACE = 4;
  private static final double OVERLAP = 0.45;

  private final PictureSettings picture;
  private final BoxSettings settings;
  private final List<Label> labels;

  public Boxes(PictureSettings picture, BoxSettings settings, List<Label> labels) {
    this.picture = picture;
    this.settings = settings;
    this.labels = List.copyOf(labels);
  }

  /**
   * What the model saw in a picture, best first.
   *
   * @param answers each output of the model, in its order
   * @throws ModelException FAILED when an answer is not a finite number
   */
  public List<Box> of(Picture shown, float[]... answers) {
    var place = picture.fit().orElse(Fit.STRETCH).place(shown, picture.width(), picture.height());
    return switch (settings.layout()) {
      case SSD -> ready(place, answers[0], answers[1], answers[2], filled(answers));
      case YOLO -> thinned(rows(place, finite(answers[0], answers[0].length)));
    };
  }

  /** How many rows there are: TFLite_Detection_PostProcess leaves the rest as the memory was. */
  private static int filled(float[][] answers) {
    int rows = Math.clamp(Math.round(finite(answers[3], 1)[0]), 0, answers[2].length);
    finite(answers[0], PLACE * rows);
    finite(answers[1], rows);
    finite(answers[2], rows);
    return rows;
  }

  private static float[] finite(float[] answer, int first) {
    for (int i = 0; i < first; i++) {
      if (!Float.isFinite(answer[i])) {
        throw new ModelException(Code.FAILED, "the detector answered with " + answer[i]);
      }
    }
    return answer;
  }

  private List<Box> ready(
      Placement place, float[] corners, float[] classes, float[] scores, int filled) {
    var boxes = new ArrayList<Box>();
    for (int i = 0; i < filled; i++) {
      int label = Math.round(classes[i]);
      if (scores[i] >= settings.leastScore() && label >= 0 && label < labels.size()) {
        double top = corners[PLACE * i] * picture.height();
        double left = corners[PLACE * i + 1] * picture.width();
        double high = corners[PLACE * i + 2] * picture.height() - top;
        double wide = corners[PLACE * i + 3] * picture.width() - left;
        boxes.add(box(labels.get(label), scores[i], place.inPicture(left, top, wide, high)));
      }
    }
    boxes.sort(BEST_FIRST);
    return boxes;
  }

  private List<Box> rows(Placement place, float[] answer) {
    boolean pixels = settings.pixels().orElse(false);
    double across = pixels ? 1 : picture.width();
    double down = pixels ? 1 : picture.height();
    int length = PLACE + 1 + labels.size();
    var boxes = new ArrayList<Box>();
    for (int at = 0; at + length <= answer.length; at += length) {
      int best = best(answer, at + PLACE + 1);
      float score = answer[at + PLACE] * answer[at + PLACE + 1 + best];
      if (score >= settings.leastScore()) {
        double wide = answer[at + 2] * across;
        double high = answer[at + 3] * down;
        double left = answer[at] * across - wide / 2;
        double top = answer[at + 1] * down - high / 2;
        boxes.add(box(labels.get(best), score, place.inPicture(left, top, wide, high)));
      }
    }
    return boxes;
  }

  private int best(float[] answer, int from) {
    int best = 0;
    for (int i = 1; i < labels.size(); i++) {
      best = answer[from + i] > answer[from + best] ? i : best;
    }
    return best;
  }

  /** Of boxes of one label that cover the same, the best. */
  private List<Box> thinned(List<Box> boxes) {
    double most = settings.overlap().orElse(OVERLAP);
    boxes.sort(BEST_FIRST);
    var kept = new ArrayList<Box>();
    for (var box : boxes) {
      boolean alone =
          kept.stream()
              .noneMatch(better ->
                  better.label().equals(box.label())
                      && better.region().overlap(box.region()) > most);
      if (alone && kept.size() < MOST) {
        kept.add(box);
      }
    }
    return kept;
  }

  private static Box box(Label label, float score, Region region) {
    return new Box(label, Math.clamp(score, 0f, 1f), region);
  }

  /** How many numbers each output must hold, -1 where any number does. */
  public List<Integer> wanted() {
    return switch (settings.layout()) {
      case SSD -> List.of(-1, -1, -1, 1);
      case YOLO -> List.of(-1);
    };
  }

  /**
   * Whether outputs of these sizes can be read so.
   *
   * @return what is wrong with them; empty when nothing is
   */
  public String misfit(List<Integer> sizes) {
    if (sizes.size() != wanted().size()) {
      return "the model has %d outputs; a detector of this layout has %d"
          .formatted(sizes.size(), wanted().size());
    }
    int first = sizes.getFirst();
    if (settings.layout() == BoxSettings.Layout.YOLO) {
      int length = PLACE + 1 + labels.size();
      return first % length == 0
          ? ""
          : "the model answers %d numbers, which are no rows of %d for %d labels"
              .formatted(first, length, labels.size());
    }
    int scores = sizes.get(2);
    return first == PLACE * scores && sizes.get(1) == scores && sizes.get(3) == 1
        ? ""
        : "the outputs hold %s numbers; boxes, classes, scores and their count do not"
            .formatted(sizes);
  }
}
