package org.fieldstation.models.frontend;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.fieldstation.models.frontend.LogMelSettings.Normalise;

/**
 * Measures the front ends: one JSON line with the time of one 512-point frame in a batch, and of
 * one whole 3 s window. Run by hand from the test class path.
 */
final class FrontEndBench {
  private static final int ROUNDS = 21;
  private static final int WINDOW = 48_000;
  private static final int FRAMES = 298;

  private FrontEndBench() {}

  static void main() {
    var window = Signals.noise(WINDOW + 512, 1);
    var sum = new float[1];
    var frames = new Frames(FRAMES, 160, 512, 512);
    double batch =
        least(() -> frames.transform(window, (powers, _, _) -> sum[0] += powers.power(7)[0]), 200);
    var settings = new LogMelSettings(512, 400, 160, 64, 60, 7600, 1e-10, Normalise.WINDOW_MEAN, 1);
    var logMel = new LogMel(settings, 16_000, WINDOW);
    var features = new float[logMel.features()];
    double whole = least(() -> logMel.transform(window, features), 200);
    System.out.printf(
        Locale.ROOT,
        "{\"fft512_frame_ns\": %.1f, \"log_mel_window_us\": %.1f, \"ignore\": %s}%n",
        batch / FRAMES,
        whole / 1000,
        sum[0]);
  }

  /** Nanoseconds for one call: the least of many rounds, which other work disturbs least. */
  private static double least(Runnable work, int calls) {
    var times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = processorNanos();
      for (int i = 0; i < calls; i++) {
        work.run();
      }
      times[round] = (processorNanos() - start) / (double) calls;
    }
    Arrays.sort(times);
    return times[0];
  }

  /** Other work on the machine does not count. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
