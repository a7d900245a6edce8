package org.fieldstation.station.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.picture.PictureFile;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Picture;
import org.fieldstation.station.identify.Rule;
import org.fieldstation.station.listen.Window;
import org.fieldstation.station.look.Outcome;
import org.fieldstation.station.look.Sight;

/** The path of one picture: picture → detector → classifier → rows. */
final class OnePicture {
  /** More than any model's input, less than a thread's share of memory. */
  private static final long ENOUGH = 2_000_000;

  private static final double MARGIN = 0.1;

  private final Path file;
  private final ModelCard unused;
  private final Sight sight;
  private final Rule rule;

  /**
   * @param unused the model for sound, which findings name
   */
  OnePicture(Path file, ModelCard unused, Sight sight, Rule rule) {
    this.file = file;
    this.unused = unused;
    this.sight = sight;
    this.rule = rule;
  }

  /** Never fails for what is wrong with the file: that is a finding too. */
  FileFindings classify() {
    try {
      var opened = PictureFile.open(file);
      var pixels = opened.decode(ENOUGH);
      return found(opened, new Picture(pixels.width(), pixels.height(), pixels.rgb()));
    } catch (DeviceException e) {
      return new FileFindings(
          file, unused, 0, List.of(), 0, Map.of(), false, String.valueOf(e.getMessage()));
    }
  }

  private FileFindings found(PictureFile opened, Picture picture) {
    var boxes = sight.detector().map(detector -> detector.detect(picture)).orElse(List.of());
    var told = boxes.stream().filter(this::isTold).toList();
    var rows = new ArrayList<Row>();
    for (var box : told) {
      rows.addAll(rows(picture, box));
    }
    if (sight.detector().isEmpty()) {
      rows.addAll(names(picture, Optional.empty()));
    }
    var best = rows.stream().max(Comparator.comparingDouble(Row::score));
    var outcome =
        told.stream()
            .findFirst()
            .map(Box::label)
            .or(() -> best.map(Row::label))
            .map(label -> Outcome.of(label.group()))
            .orElse(sight.detector().isPresent() ? Outcome.BLANK : Outcome.UNKNOWN);
    long alike = told.stream().filter(box -> Outcome.of(box.label().group()) == outcome).count();
    var seen =
        new Seen(
            outcome,
            (int) alike,
            opened.width(),
            opened.height(),
            opened.exif().taken(),
            sight.cards());
    return new FileFindings(file, unused, 0, rows, 1, Map.of(), false, "", Optional.of(seen));
  }

  /** An animal's names where the classifier has any, else what the detector calls it. */
  private List<Row> rows(Picture picture, Box box) {
    var names =
        box.label().group() == Label.Group.SPECIES
            ? names(picture, Optional.of(box))
            : List.<Row>of();
    return names.isEmpty()
        ? List.of(new Row(0, 0, box.label(), box.score(), Optional.of(box.region())))
        : names;
  }

  private List<Row> names(Picture picture, Optional<Box> box) {
    return sight
        .classifier()
        .map(classifier -> {
          var shown = box.map(b -> picture.crop(b.region().widened(MARGIN))).orElse(picture);
          var scores = classifier.classify(shown);
          return rule
              .tell(new Window(0, 1, new float[0]), classifier.card().labels(), scores)
              .stream()
              .map(named -> new Row(0, 0, named.label(), named.score(), box.map(Box::region)))
              .toList();
        })
        .orElse(List.of());
  }

  private boolean isTold(Box box) {
    return box.score() >= rule.needs(box.label()).orElse(Double.POSITIVE_INFINITY);
  }
}
