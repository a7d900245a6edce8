package org.fieldstation.models.pack;

import java.util.List;
import java.util.stream.IntStream;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.image.Box;
import org.fieldstation.models.image.Drawing;
import org.fieldstation.models.image.PictureClassifier;
import org.fieldstation.models.image.PictureDetector;

/** A pack's model, whatever its kind, asked for its score of one known sound or picture. */
sealed interface Examinee extends AutoCloseable {

  /** The score of the golden's label. */
  float score(Golden golden, PackReader reader, Manifest manifest);

  /** Runs it once on what it may meet: one that answers with what is no number is found out. */
  default void tryOut(Manifest manifest) {}

  @Override
  void close();

  static Examinee of(Pack pack) {
    return switch (pack.manifest().kind()) {
      case SOUND -> new Ear(pack.classifier(1));
      case IMAGE ->
          pack.detects() ? new Finder(pack.detector(1)) : new Eye(pack.pictureClassifier(1));
    };
  }

  /** For sound. */
  record Ear(Classifier classifier) implements Examinee {
    @Override
    public float score(Golden golden, PackReader reader, Manifest manifest) {
      var scores = classifier.classify(reader.sound(golden, manifest.sound()));
      return scores[index(classifier.card().labels(), golden.label())];
    }

    @Override
    public void tryOut(Manifest manifest) {
      var input = manifest.sound();
      classifier.classify(Formula.NOISE.window(input.sampleRateHz(), input.windowSamples()));
    }

    @Override
    public void close() {
      classifier.close();
    }
  }

  /** For pictures as a whole. */
  record Eye(PictureClassifier classifier) implements Examinee {
    @Override
    public float score(Golden golden, PackReader reader, Manifest manifest) {
      var scores = classifier.classify(golden.drawing().map(Drawing::draw).orElseThrow());
      return scores[index(classifier.card().labels(), golden.label())];
    }

    @Override
    public void close() {
      classifier.close();
    }
  }

  /** For what is where in a picture: the best box of a label, 0 without one. */
  record Finder(PictureDetector detector) implements Examinee {
    @Override
    public float score(Golden golden, PackReader reader, Manifest manifest) {
      index(detector.card().labels(), golden.label());
      return detector.detect(golden.drawing().map(Drawing::draw).orElseThrow()).stream()
          .filter(box -> box.label().id().equals(golden.label()))
          .map(Box::score)
          .max(Float::compare)
          .orElse(0f);
    }

    @Override
    public void close() {
      detector.close();
    }
  }

  private static int index(List<Label> labels, String id) {
    return IntStream.range(0, labels.size())
        .filter(i -> labels.get(i).id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new ModelException(Code.BAD_MANIFEST, "the pack has no label \"%s\"".formatted(id)));
  }
}
