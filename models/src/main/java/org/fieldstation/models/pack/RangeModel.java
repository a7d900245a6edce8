package org.fieldstation.models.pack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.fieldstation.models.tflite.Engine;
import org.fieldstation.models.tflite.Interpreter;

/**
 * A model of where and when species are to be expected, as BirdNET's: latitude, longitude and week
 * of 48 go in, a number from 0 to 1 for each species comes out.
 */
public final class RangeModel implements AutoCloseable {
  private static final int INPUTS = 3;

  /** File name of its manifest. */
  public static final String MANIFEST = "range.toml";

  private final RangeManifest manifest;
  private final List<String> names;
  private final Interpreter interpreter;

  private RangeModel(RangeManifest manifest, List<String> names, Interpreter interpreter) {
    this.manifest = manifest;
    this.names = names;
    this.interpreter = interpreter;
  }

  static RangeModel open(Engine engine, PackReader reader) {
    var manifest = reader.range(MANIFEST);
    var file = reader.text(manifest.labels().file(), manifest.labels().sha256());
    var names =
        new String(file, StandardCharsets.UTF_8).lines().filter(name -> !name.isBlank()).toList();
    var interpreter = engine.open(reader.model(manifest.model()), 1);
    int inputs = interpreter.input().elements();
    int outputs = interpreter.output().elements();
    if (inputs != INPUTS || outputs != names.size()) {
      interpreter.close();
      throw new ModelException(
          Code.WRONG_SHAPE,
          "%s: a model of %d inputs and %d outputs for latitude, longitude, week and %d names"
              .formatted(
                  reader.files().where(manifest.model().file()), inputs, outputs, names.size()));
    }
    return new RangeModel(manifest, names, interpreter);
  }

  public RangeManifest manifest() {
    return manifest;
  }

  /** Scientific names, in the order of the answers. */
  public List<String> names() {
    return names;
  }

  /**
   * What is to be expected.
   *
   * @param week of the year, 1 to 48
   * @throws ModelException FAILED when the model fails or answers with what is no number
   */
  public float[] expected(double latitude, double longitude, int week) {
    var answer = new float[names.size()];
    interpreter.run(new float[] {(float) latitude, (float) longitude, week}, answer);
    return new Scores(manifest.id(), Manifest.Activation.SIGMOID).from(answer);
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
