package org.fieldstation.station.classify;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.fieldstation.station.text.JsonLine;

/** Counts what classifying costs and where; shared by all workers. */
public final class Meter {
  private final LongSupplier processorNanos;
  private final LongAdder windows = new LongAdder();
  private final LongAdder decoding = new LongAdder();
  private final LongAdder classifying = new LongAdder();
  private final LongAdder working = new LongAdder();

  /**
   * A meter that reads its time from {@code processorNanos}, what the calling thread has used of a
   * processor so far.
   */
  public Meter(LongSupplier processorNanos) {
    this.processorNanos = processorNanos;
  }

  /** A meter that costs nothing and counts only windows. */
  public static Meter idle() {
    return new Meter(() -> 0);
  }

  long now() {
    return processorNanos.getAsLong();
  }

  void decoded(long since) {
    decoding.add(now() - since);
  }

  void classified(long since) {
    windows.increment();
    classifying.add(now() - since);
  }

  void worked(long since) {
    working.add(now() - since);
  }

  /** All of it as one JSON object. */
  public String json(Duration process) {
    var rest = working.sum() - decoding.sum() - classifying.sum();
    return new JsonLine()
        .put("windows", windows.sum())
        .put("decode_ms", decoding.sum() / 1e6, 1)
        .put("resample_and_windows_ms", rest / 1e6, 1)
        .put("front_end_and_inference_ms", classifying.sum() / 1e6, 1)
        .put("process_ms", process.toNanos() / 1e6, 1)
        .toString();
  }
}
