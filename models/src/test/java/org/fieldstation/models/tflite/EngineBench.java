package org.fieldstation.models.tflite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Measures one inference through our engine, for comparison with {@code
 * scripts/bench.d/classify.c}.
 *
 * <p>Arguments: the cache directory, a model, how many windows. Numbers go in as floats, so 8-bit
 * models pay for their quantisation here and not in C.
 */
final class EngineBench {
  private EngineBench() {}

  static void main(String[] args) {
    int windows = Integer.parseInt(args[2]);
    var engine = new Engine(Path.of(args[0]));
    try (var model = engine.open(Engines.memory(Engines.bytes(Path.of(args[1]))), 1)) {
      var window = new float[model.input().elements()];
      var answer = new float[model.output().elements()];
      var random = new Random(1);
      for (int i = 0; i < window.length; i++) {
        window[i] = random.nextFloat();
      }
      var times = new long[windows];
      for (int i = -Math.max(windows / 10, 200); i < windows; i++) {
        long start = System.nanoTime();
        model.run(window, answer);
        if (i >= 0) {
          times[i] = System.nanoTime() - start;
        }
      }
      Arrays.sort(times);
      System.out.printf(
          "{\"engine\": \"java\", \"windows\": %d, \"least_ns\": %d, \"median_ns\": %d}%n",
          windows, times[0], times[windows / 2]);
    }
  }
}
