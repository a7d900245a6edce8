package org.fieldstation.models.pack;

import org.fieldstation.models.tflite.Interpreter;

/** A model without its front end, fed with silence: for whoever wants to know what it costs. */
public final class BareModel implements AutoCloseable {
  private final Interpreter interpreter;
  private final float[] from;
  private final float[][] to;

  BareModel(Interpreter interpreter) {
    this.interpreter = interpreter;
    from = new float[interpreter.input().elements()];
    to =
        interpreter.outputs().stream()
            .map(shape -> new float[shape.elements()])
            .toArray(float[][]::new);
  }

  /** Runs it once. */
  public void run() {
    interpreter.run(from, to);
  }

  @Override
  public void close() {
    interpreter.close();
  }
}
