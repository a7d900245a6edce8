package org.fieldstation.models.tflite;

import java.nio.file.Path;
import org.fieldstation.models.ModelException;

/** TensorFlow Lite, loaded. */
public final class Engine {
  private final TfLite api;

  /**
   * Loads the library.
   *
   * @param cacheDirectory where the library is unpacked; made if absent, and best kept between runs
   * @throws ModelException NO_ENGINE when this machine cannot run it
   */
  public Engine(Path cacheDirectory) {
    api = TfLite.load(NativeLibrary.unpack(Platform.current(), cacheDirectory));
  }

  /**
   * Makes a model ready and runs it once on silence: a model that cannot run is refused here, and
   * one with dynamic shapes knows them afterwards.
   *
   * @param model belongs to the interpreter from now on, also when this fails
   * @param threads how many may work on one inference
   * @throws ModelException DAMAGED, UNKNOWN_OPERATOR, WRONG_SHAPE or FAILED
   */
  public Interpreter open(ModelMemory model, int threads) {
    return new Interpreter(api, model, threads);
  }
}
