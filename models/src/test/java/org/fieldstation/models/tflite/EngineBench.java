package org.fieldstation.models.tflite;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Measures one inference through our engine, for comparison with {@code
 * scripts/bench.d/classify.c}, which does the same with the same numbers: from samples in memory to
 * scores in memory.
 *
 * <p>Arguments: the cache directory, a model, how many windows.
 */
final class EngineBench {
  /** Enough for the JIT compiler to be done with what it will do. */
  private static final int LEAST_WARM_UP = 200;

  private EngineBench() {}

  static void main(String[] args) {
    int windows = Integer.parseInt(args[2]);
    var engine = new Engine(Path.of(args[0]));
    try (var model = engine.open(Engines.memory(Engines.bytes(Path.of(args[1]))), 1)) {
      var window = window(model.input());
      var answer = new float[model.output().elements()];
      var times = new long[windows];
      var threads = ManagementFactory.getThreadMXBean();
      long processor = 0;
      for (int i = -Math.max(windows / 10, LEAST_WARM_UP); i < windows; i++) {
        processor = i == 0 ? threads.getCurrentThreadCpuTime() : processor;
        long start = System.nanoTime();
        model.run(window, answer);
        if (i >= 0) {
          times[i] = System.nanoTime() - start;
        }
      }
      processor = threads.getCurrentThreadCpuTime() - processor;
      Arrays.sort(times);
      System.out.printf(
          "{\"engine\": \"java\", \"windows\": %d, \"least_ns\": %d, \"median_ns\": %d, \"cpu_ns\":"
              + " %d}%n",
          windows, times[0], times[windows / 2], processor / windows);
    }
  }

  /** The numbers classify.c makes too: 0 to 1, and for 8-bit models -1 to 1. */
  private static float[] window(TensorShape shape) {
    float lowest = shape.type() == ElementType.FLOAT32 ? 0 : -1;
    var window = new float[shape.elements()];
    int state = 1;
    for (int i = 0; i < window.length; i++) {
      state = state * 1_664_525 + 1_013_904_223;
      window[i] = lowest + (1 - lowest) * (state >>> 8) * 0x1p-24f;
    }
    return window;
  }
}
