package org.fieldstation.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.fieldstation.models.tflite.Engines;
import org.fieldstation.models.tflite.TinyModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of resizing is another library's, to its last digit. */
class ResizeTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 29;

  @ParameterizedTest(name = "{0} {1} x {2}")
  @MethodSource("pillow")
  void pillowsWaysGivePillowsNumbers(String way, int width, int height, String numbers) {
    var expected = Arrays.stream(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
    var found = Resize.valueOf(way).apply(picture(), width, height).values();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) found[i]).as("number %d", i).isEqualTo(expected[i]);
    }
  }

  static Stream<Object[]> pillow() throws IOException {
    try (var in = ResizeTest.class.getResourceAsStream("pillow-fixture.csv")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> (Object[]) line.split(","))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "to {0} x {1}")
  @CsvSource({"12,10", "50,41", "37,29", "1,1", "224,3"})
  void tensorFlowsWaysGiveWhatTensorFlowLitesOwnOperatorGives(int width, int height) {
    for (boolean centres : new boolean[] {false, true}) {
      var way = centres ? Resize.BILINEAR_TF2 : Resize.BILINEAR_TF1;
      var expected = byTensorFlow(picture(), width, height, centres);
      var found = way.apply(picture(), width, height).values();
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).as("%s, number %d", way, i).isCloseTo(expected[i], within(2e-2f));
      }
    }
  }

  private static float[] byTensorFlow(Picture picture, int width, int height, boolean centres) {
    var model = TinyModels.resize(picture.width(), picture.height(), width, height, centres);
    try (var interpreter = Engines.engine().open(Engines.memory(model), 1)) {
      var from = new float[picture.pixels().length * 3];
      for (int i = 0; i < from.length; i++) {
        from[i] = Raster.channel(picture.pixels()[i / 3], i % 3);
      }
      var to = new float[width * height * 3];
      interpreter.run(from, to);
      return to;
    }
  }

  /** The same formula stands in models/training/image_fixtures.py. */
  private static Picture picture() {
    var pixels = new int[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % WIDTH;
      int y = i / WIDTH;
      int red = x * 37 + y * 101 + x * y * 13 & 0xff;
      int green = x * 91 + y * 7 + x * y * 29 & 0xff;
      int blue = x * 5 + y * 64 + x * y * 3 & 0xff;
      pixels[i] = red << 16 | green << 8 | blue;
    }
    return new Picture(WIDTH, HEIGHT, pixels);
  }
}
