package org.fieldstation.station.hearing;

import java.util.function.Supplier;
import org.fieldstation.models.tflite.Engine;
import org.jspecify.annotations.Nullable;

/** Loads the engine the first time it is asked for, and once. */
public final class OneEngine implements Supplier<Engine> {
  private final Supplier<Engine> source;
  private @Nullable Engine engine;

  public OneEngine(Supplier<Engine> source) {
    this.source = source;
  }

  @Override
  public synchronized Engine get() {
    if (engine == null) {
      engine = source.get();
    }
    return engine;
  }
}
