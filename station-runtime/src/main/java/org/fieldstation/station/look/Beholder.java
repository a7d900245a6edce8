package org.fieldstation.station.look;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Picture;
import org.fieldstation.models.image.PictureClassifier;
import org.fieldstation.models.image.Region;

/**
 * Says what is in a burst: what the detector finds in each frame, what the classifier makes of each
 * animal it finds, and over all frames together the one answer. A person is looked for in every
 * box, however weak, before any threshold for telling.
 */
public final class Beholder {
  /** More than any model's input, less than a small board's memory. */
  private static final long ENOUGH = 2_000_000;

  /** A detector's box is tight; a classifier was trained on pictures with something around it. */
  private static final double MARGIN = 0.1;

  private static final int MOST_CROPS = 3;

  /** From this score on somebody may be there, whatever is told of it. */
  private static final double PERSON = 0.2;

  private static final Comparator<Box> BEST = Comparator.comparingDouble(Box::score);

  private final Sight sight;

  public Beholder(Sight sight) {
    this.sight = sight;
  }

  /** What one frame shows. */
  private record Seen(List<Box> boxes, List<Region> people) {}

  /**
   * Judges a burst.
   *
   * @throws ModelException when a model fails
   */
  public Sighting judge(Burst burst) {
    if (sight.cards().isEmpty()) {
      return new Sighting(
          burst, Outcome.UNCLASSIFIED, Optional.empty(), 0, People.NOT_LOOKED_FOR, List.of());
    }
    var frames = new ArrayList<Seen>();
    var names = sight.classifier().map(Names::new);
    for (var look : burst.looks()) {
      var picture = picture(look);
      var seen = detect(picture);
      frames.add(seen);
      names.ifPresent(of -> crops(look, seen).forEach(region -> of.add(picture.crop(region))));
    }
    return sighting(burst, frames, names.flatMap(Names::best));
  }

  private static Picture picture(Look look) {
    var frame = look.frame();
    var pixels = PictureFile.of("frame " + frame.number(), frame.bytes()).decode(ENOUGH);
    return new Picture(pixels.width(), pixels.height(), pixels.rgb());
  }

  private Seen detect(Picture picture) {
    var boxes = sight.detector().map(detector -> detector.detect(picture)).orElse(List.of());
    return new Seen(
        boxes,
        boxes.stream()
            .filter(box -> box.label().group() == Label.Group.HUMAN && box.score() >= PERSON)
            .map(box -> box.region().widened(MARGIN))
            .toList());
  }

  /** What the classifier is shown of a frame: the animals, or what moved, or all of it. */
  private List<Region> crops(Look look, Seen seen) {
    if (sight.detector().isPresent()) {
      return seen.boxes().stream()
          .filter(box -> box.label().group() == Label.Group.SPECIES && told(box))
          .sorted(BEST.reversed())
          .limit(MOST_CROPS)
          .map(box -> box.region().widened(MARGIN))
          .toList();
    }
    return List.of(
        look.movement().where().map(region -> region.widened(2 * MARGIN)).orElse(Region.WHOLE));
  }

  private Sighting sighting(Burst burst, List<Seen> frames, Optional<Named> named) {
    boolean seen = frames.stream().anyMatch(frame -> !frame.people().isEmpty());
    var people = seen ? People.SEEN : sight.knowsPeople() ? People.NONE : People.NOT_LOOKED_FOR;
    var box = frames.stream().flatMap(f -> f.boxes().stream()).filter(Beholder::told).max(BEST);
    var outcome =
        box.map(b -> Outcome.of(b.label().group()))
            .or(() -> named.map(name -> Outcome.of(name.label().group())))
            .orElse(sight.detector().isPresent() ? Outcome.BLANK : Outcome.UNKNOWN);
    var best =
        named
            .filter(n -> Outcome.of(n.label().group()) == outcome)
            .or(() -> box.map(Beholder::name));
    return new Sighting(
        burst,
        outcome,
        best,
        count(frames, outcome),
        people,
        frames.stream().map(Seen::people).toList());
  }

  private static int count(List<Seen> frames, Outcome outcome) {
    return frames.stream()
        .mapToInt(frame ->
            (int)
                frame.boxes().stream()
                    .filter(box -> told(box) && Outcome.of(box.label().group()) == outcome)
                    .count())
        .max()
        .orElse(0);
  }

  private static boolean told(Box box) {
    return box.score() >= box.label().threshold().orElse(Double.POSITIVE_INFINITY);
  }

  private static Named name(Box box) {
    return new Named(box.label(), box.score(), (float) box.label().threshold().orElse(0));
  }

  /** The mean of a classifier's scores over all it was shown. */
  private static final class Names {
    private final PictureClassifier classifier;
    private final double[] sums;
    private int shown;

    Names(PictureClassifier classifier) {
      this.classifier = classifier;
      sums = new double[classifier.card().labels().size()];
    }

    void add(Picture picture) {
      var scores = classifier.classify(picture);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += scores[i];
      }
      shown++;
    }

    Optional<Named> best() {
      var labels = classifier.card().labels();
      return IntStream.range(0, shown == 0 ? 0 : sums.length)
          .mapToObj(i -> named(labels.get(i), (float) (sums[i] / shown)))
          .filter(named -> named.score() >= named.threshold())
          .max(Comparator.comparingDouble(Named::score));
    }

    private static Named named(Label label, float score) {
      return new Named(label, score, (float) label.threshold().orElse(Float.POSITIVE_INFINITY));
    }
  }
}
