package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.stream.Stream;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damage that TensorFlow Lite's own verifier lets pass, and that ended the process before there was
 * this check.
 */
class GraphCheckTest {
  private static final byte[] SOUND = TinyModels.layers(3, 8, 1);

  private static Stream<byte[]> soundModels() throws IOException {
    return Stream.of(
        SOUND,
        TinyModels.dynamic(2),
        TinyModels.quantisedSumAndDifference(),
        bundled("reserve-sounds-int8.tflite"),
        bundled("reserve-sounds-float.tflite"));
  }

  @ParameterizedTest
  @MethodSource("soundModels")
  void aSoundModelPasses(byte[] model) {
    assertThatCode(() -> GraphCheck.check(MemorySegment.ofArray(model))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 21, 33, 55, 83, 224, 255, 273, 276, 307, 308, 414})
  void whatKilledTheProcessOnceIsRefused(long seed) {
    assertThatThrownBy(
            () -> GraphCheck.check(MemorySegment.ofArray(Corruption.changed(SOUND, seed))))
        .isInstanceOf(ModelException.class)
        .returns(Code.DAMAGED, e -> ((ModelException) e).code())
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }

  @Test
  void noDamageMakesItSayAnythingButThatTheModelIsDamaged() {
    for (long seed = 0; seed < 20_000; seed++) {
      try {
        GraphCheck.check(MemorySegment.ofArray(Corruption.changed(SOUND, seed)));
      } catch (ModelException e) {
        assertThat(e.code()).isEqualTo(Code.DAMAGED);
      } catch (RuntimeException e) {
        fail("seed " + seed, e);
      }
    }
  }

  private static byte[] bundled(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(
            GraphCheck.class.getResourceAsStream("/org/fieldstation/models/bundled/" + name))) {
      return in.readAllBytes();
    }
  }
}
