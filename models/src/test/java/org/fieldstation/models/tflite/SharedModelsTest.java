package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedModelsTest {
  private final Engine engine = Engines.engine();

  // birdnet computes shapes while it runs; those operators, and the runs they cut, stay behind.
  @ParameterizedTest
  @CsvSource({
    "audio/acdnet20_20khz_fold4_int8.tflite, int8, 30225, 50, 0.8",
    "audio/birdnet_stm32n6_100.tflite, float32, 65792, 100, 0.7",
    "image/mobilenet_v2_1.0_224_inat_bird_quant.tflite, uint8, 150528, 965, 0.8",
    "image/mobilenet_v1_0.25_128_quant.tflite, uint8, 49152, 1001, 0.8",
  })
  void aModelOfConvolutionsRunsOnXnnPack(
      String name, String type, int inputs, int outputs, double delegated) {
    var bytes = Engines.bytes(Engines.shared("models/" + name));
    try (var model = engine.open(Engines.memory(bytes), 1)) {
      assertThat(model.input().elements()).isEqualTo(inputs);
      assertThat(model.input().type()).hasToString(type.toUpperCase(Locale.ROOT));
      assertThat(model.output().elements()).isEqualTo(outputs);
      assertThat(model.delegation().share()).isGreaterThan(delegated);
    }
  }

  @Test
  void aModelWithAnOperatorNobodyHasIsRefused() {
    var bytes = Engines.bytes(Engines.shared("models/invalid/model_invoking_error.tflite"));
    assertThatThrownBy(() -> engine.open(Engines.memory(bytes), 1))
        .hasMessageContaining("fake-op-double")
        .asInstanceOf(InstanceOfAssertFactories.type(ModelException.class))
        .returns(Code.UNKNOWN_OPERATOR, ModelException::code);
  }
}
