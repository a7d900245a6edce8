package org.fieldstation.models.pack;

import java.util.List;
import java.util.function.Supplier;
import org.fieldstation.models.Classifier;
import org.fieldstation.models.KnownAnswer;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.image.Boxes;
import org.fieldstation.models.image.PictureClassifier;
import org.fieldstation.models.image.PictureDetector;
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
    var input =
        manifest
            .input()
            .map(i -> new ModelCard.Input(i.sampleRateHz(), i.windowSamples(), i.hopSamples()))
            .orElse(ModelCard.Input.NO_SOUND);
    card =
        new ModelCard(
            manifest.id(),
            manifest.version(),
            manifest.model().sha256(),
            manifest.licence(),
            input,
            labels);
  }

  static Pack open(Supplier<Engine> engine, PackReader reader, Manifest manifest) {
    var labels = reader.labels(manifest);
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
    if (manifest.kind() != Manifest.Kind.SOUND) {
      return List.of();
    }
    return manifest.goldens().stream()
        .map(golden ->
            new KnownAnswer(
                golden.sound(),
                () -> reader.sound(golden, manifest.sound()),
                golden.label(),
                golden.score(),
                golden.tolerance()))
        .toList();
  }

  /**
   * Tries all that can be tried: hashes anew, the engine, every golden sound or picture. Never
   * throws.
   */
  public List<Check> verify() {
    return new Verification(reader, manifest).of(this);
  }

  /**
   * Makes a classifier for one thread. The model is read and its hash compared anew.
   *
   * @param threads how many may work on one inference; small models gain nothing from a second
   * @throws ModelException when the model cannot be used, or is not what the manifest says
   */
  public Classifier classifier(int threads) {
    var frontEnd = manifest.sound().open();
    var interpreter = interpreter(threads);
    try {
      fits("input", interpreter.input(), frontEnd.features(), "numbers from the front end");
      fitsLabels(interpreter);
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

  /** Whether it says where in a picture something is, rather than what a picture shows. */
  public boolean detects() {
    return manifest.boxes().isPresent();
  }

  /**
   * Makes a classifier of pictures for one thread.
   *
   * @throws ModelException as {@link #classifier}; WRONG_KIND when the pack is for sound, or
   *     detects
   */
  public PictureClassifier pictureClassifier(int threads) {
    var frontEnd = manifest.image().open();
    if (detects()) {
      throw kind("a detector, and no classifier");
    }
    var interpreter = interpreter(threads);
    try {
      fits("input", interpreter.input(), frontEnd.features(), "numbers from the front end");
      fitsLabels(interpreter);
      return new TfLitePictureClassifier(
          card, frontEnd, interpreter, new Scores(card.id(), manifest.output().activation()));
    } catch (ModelException e) {
      interpreter.close();
      throw e;
    }
  }

  /**
   * Makes a detector for one thread.
   *
   * @throws ModelException as {@link #classifier}; WRONG_KIND when the pack is no detector
   */
  public PictureDetector detector(int threads) {
    var picture = manifest.image();
    var settings = manifest.boxes().orElseThrow(() -> kind("a classifier, and no detector"));
    var frontEnd = picture.open();
    var boxes = new Boxes(picture, settings, card.labels());
    var interpreter = interpreter(threads);
    try {
      fits("input", interpreter.input(), frontEnd.features(), "numbers from the front end");
      var sizes = interpreter.outputs().stream().map(TensorShape::elements).toList();
      var misfit = boxes.misfit(sizes);
      if (!misfit.isEmpty()) {
        throw new ModelException(Code.WRONG_SHAPE, where() + ": " + misfit);
      }
      return new TfLitePictureDetector(card, frontEnd, interpreter, boxes, sizes);
    } catch (ModelException e) {
      interpreter.close();
      throw e;
    }
  }

  private ModelException kind(String what) {
    return new ModelException(
        Code.WRONG_KIND, "%s %s is %s".formatted(card.id(), card.version(), what));
  }

  private void fitsLabels(Interpreter interpreter) {
    var outputs = interpreter.outputs();
    var output = manifest.output();
    int wanted = 1 + (output.embeddingOutput().isPresent() ? 1 : 0);
    int last = Math.max(output.scores(), output.embeddingOutput().orElse(0));
    if (outputs.size() != wanted || last >= wanted) {
      throw new ModelException(
          Code.WRONG_SHAPE,
          "%s: the model has %d outputs and the manifest wants %d: scores, and an embedding if"
                  .formatted(where(), outputs.size(), wanted)
              + " embedding-output says which it is");
    }
    fits("output", outputs.get(output.scores()), card.labels().size(), "labels");
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
