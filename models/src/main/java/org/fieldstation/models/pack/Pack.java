package org.fieldstation.models.pack;

import java.util.List;
import java.util.function.Supplier;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.KnownAnswer;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.models.tflite.Interpreter;
import org.fieldstation.models.tflite.TensorShape;

/** A model with all that is needed to use it, checked. May be shared between threads. */
public final class Pack {
  private final Supplier<Engine> engine;
  private final PackReader reader;
  private final Manifest manifest;
  private final ModelCard card;

  private Pack(Supplier<Engine> engine, PackReader reader, Manifest manifest, List<Label> labels) {
    this.engine = engine;
    this.reader = reader;
    this.manifest = manifest;
    var input = manifest.input();
    card =
        new ModelCard(
            manifest.id(),
            manifest.version(),
            manifest.model().sha256(),
            manifest.licence(),
            new ModelCard.Input(input.sampleRateHz(), input.windowSamples(), input.hopSamples()),
            labels);
  }

  static Pack open(Supplier<Engine> engine, PackReader reader, Manifest manifest) {
    var labels = reader.labels(manifest.labels());
    reader.verify(manifest.model());
    return new Pack(engine, reader, manifest, labels);
  }

  public ModelCard card() {
    return card;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** What its model must answer to known sounds. */
  public List<KnownAnswer> knownAnswers() {
    return manifest.goldens().stream()
        .map(golden ->
            new KnownAnswer(
                golden.sound(),
                () -> reader.sound(golden, manifest.input()),
                golden.label(),
                golden.score(),
                golden.tolerance()))
        .toList();
  }

  /** Tries all that can be tried: hashes anew, the engine, every golden sound. Never throws. */
  public List<Check> verify() {
    return new Verification(reader, manifest).of(() -> classifier(1));
  }

  /**
   * Makes a classifier for one thread. The model is read and its hash compared anew.
   *
   * @param threads how many may work on one inference; small models gain nothing from a second
   * @throws ModelException when the model cannot be used, or is not what the manifest says
   */
  public Classifier classifier(int threads) {
    var frontEnd = manifest.input().open();
    var interpreter = interpreter(threads);
    try {
      fits("input", interpreter.input(), frontEnd.features(), "numbers from the front end");
      fits("output", interpreter.output(), card.labels().size(), "labels");
      return new SoundClassifier(card, manifest, frontEnd, interpreter);
    } catch (ModelException e) {
      interpreter.close();
      throw e;
    }
  }

  /** The model alone. */
  public BareModel bareModel(int threads) {
    return new BareModel(interpreter(threads));
  }

  private Interpreter interpreter(int threads) {
    try {
      return engine.get().open(reader.model(manifest.model()), threads);
    } catch (ModelException e) {
      throw e.code() == Code.WRONG_HASH || e.code() == Code.ABSENT
          ? e
          : new ModelException(e.code(), where() + ": " + e.getMessage(), e);
    }
  }

  private void fits(String side, TensorShape shape, int count, String what) {
    if (shape.elements() != count) {
      throw new ModelException(
          Code.WRONG_SHAPE,
          "%s: the model's %s is %s, but there are %d %s; correct the manifest"
              .formatted(where(), side, shape, count, what));
    }
  }

  private String where() {
    return reader.files().where(manifest.model().file());
  }
}
