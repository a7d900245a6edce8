package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fieldstation.models.ModelException;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  private static final long PAGE = 4096;
  private static final long MIB = 1L << 20;

  private final Engine engine = Engines.engine();

  /** One model that was not released would show as 200 of its own size. */
  @Test
  void closingGivesBackTheMemoryAtOnce() throws IOException {
    var model = TinyModels.layers(4, 256, 1);
    assertThat((long) model.length).isGreaterThan(MIB);
    openAndClose(model, 50);
    long before = resident();
    openAndClose(model, 200);
    assertThat(resident() - before).isLessThan(64 * MIB);
  }

  /** A refused model leaves nothing behind either. */
  @Test
  void aRefusalGivesBackTheMemoryToo() throws IOException {
    var model = new byte[(int) MIB];
    refuse(model, 50);
    long before = resident();
    refuse(model, 200);
    assertThat(resident() - before).isLessThan(64 * MIB);
  }

  @Test
  void twoClassifiersOnTwoThreadsAnswerAsOneDoes() throws Exception {
    var model = TinyModels.layers(6, 64, 2);
    var alone = answers(model);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<float[]> run = () -> answers(model);
      for (var answer : threads.invokeAll(List.of(run, run))) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void moreThreadsForOneInferenceGiveTheSameAnswer() {
    var model = TinyModels.layers(6, 64, 2);
    try (var one = engine.open(Engines.memory(model), 1);
        var two = engine.open(Engines.memory(model), 2)) {
      var answers = new float[2][64];
      var window = new float[64];
      Arrays.fill(window, 0.25f);
      one.run(window, answers[0]);
      two.run(window, answers[1]);
      assertThat(answers[1]).isEqualTo(answers[0]);
    }
  }

  private float[] answers(byte[] model) {
    var random = new Random(7);
    var all = new float[200 * 64];
    try (var interpreter = engine.open(Engines.memory(model), 1)) {
      var window = new float[64];
      var answer = new float[64];
      for (int i = 0; i < 200; i++) {
        for (int n = 0; n < window.length; n++) {
          window[n] = random.nextFloat();
        }
        interpreter.run(window, answer);
        System.arraycopy(answer, 0, all, i * 64, 64);
      }
    }
    return all;
  }

  private void openAndClose(byte[] model, int times) {
    for (int i = 0; i < times; i++) {
      engine.open(Engines.memory(model), 1).close();
    }
  }

  private void refuse(byte[] model, int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> engine.open(Engines.memory(model), 1))
          .isInstanceOf(ModelException.class);
    }
  }

  /** Bytes of the process that are in memory; garbage is collected first. */
  private static long resident() throws IOException {
    System.gc();
    var pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
    return Long.parseLong(pages) * PAGE;
  }
}
