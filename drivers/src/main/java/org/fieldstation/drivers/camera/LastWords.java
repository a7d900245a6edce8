package org.fieldstation.drivers.camera;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fieldstation.drivers.time.Scheduler;

/** Reads what a program complains about, so that it never waits for us, and keeps the last line. */
final class LastWords {
  private static final int LONGEST = 200;

  private static final Duration LONGEST_ECHO = Duration.ofSeconds(1);

  private final CountDownLatch silent = new CountDownLatch(1);
  private volatile String last = "";

  private LastWords() {}

  static LastWords of(InputStream complaints, Scheduler scheduler) {
    var words = new LastWords();
    scheduler.start("camera complaints", () -> words.read(complaints));
    return words;
  }

  private void read(InputStream complaints) {
    try (var in = new BufferedReader(new InputStreamReader(complaints, StandardCharsets.UTF_8))) {
      var line = new StringBuilder();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c != '\n' && c != '\r') {
          // v4l2-ctl writes a "<" for each frame and no line's end for hours.
          if (line.length() < LONGEST && c >= ' ') {
            line.append((char) c);
          }
        } else if (!line.toString().isBlank()) {
          last = line.toString().strip();
          line.setLength(0);
        }
      }
      last = line.toString().isBlank() ? last : line.toString().strip();
    } catch (IOException killed) {
      // It has no more to say.
    } finally {
      silent.countDown();
    }
  }

  /**
   * The last line of a program that has ended. What it wrote may come after its end; a child that
   * it left behind may keep the line open for ever, so that is not waited for.
   */
  String last() throws InterruptedException {
    var _ = silent.await(LONGEST_ECHO.toMillis(), TimeUnit.MILLISECONDS);
    return last;
  }
}
