package org.fieldstation.models.tflite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.junit.jupiter.api.Test;

class EngineTest {
  private final Engine engine = Engines.engine();

  @Test
  void aModelAnswersWhatItsWeightsSay() {
    assertThat(answer(TinyModels.sumAndDifference(), 3, 1)).containsExactly(4, 2);
  }

  @Test
  void eightBitNumbersAreReadByTheTensorsOwnScale() {
    // 0.5 and 0.25 are whole steps, so nothing is lost on the way.
    assertThat(answer(TinyModels.quantisedSumAndDifference(), 0.5f, 0.25f))
        .containsExactly(0.75f, 0.25f);
  }

  @Test
  void whatIsTooLargeForEightBitsSaturates() {
    // Going in the largest is (127 + 3) / 64; the sum of two is then beyond (127 - 5) / 32.
    var answer = answer(TinyModels.quantisedSumAndDifference(), 100, 100);
    assertThat(answer[0]).isCloseTo(122 / 32f, within(1e-6f));
    assertThat(answer[1]).isCloseTo(0, within(1e-6f));
  }

  @Test
  void aModelThatMovesItsTensorsGivesTheSameAnswerAThousandTimes() {
    var width = 4096;
    try (var model = engine.open(Engines.memory(TinyModels.dynamic(width)), 1)) {
      var from = new float[width];
      var to = new float[width];
      for (int i = 0; i < 1000; i++) {
        from[i] = i;
        model.run(from, to);
        assertThat(to[i]).isEqualTo(i + 1f);
      }
    }
  }

  @Test
  void everyLayerIsTakenOverByXnnPack() {
    try (var model = engine.open(Engines.memory(TinyModels.layers(12, 16, 1)), 1)) {
      assertThat(model.delegation()).isEqualTo(new Delegation(12, 1));
    }
  }

  @Test
  void anUnknownCustomOperatorIsNamed() {
    assertThatThrownBy(() -> engine.open(Engines.memory(TinyModels.unknownCustomOperator()), 1))
        .hasMessageContaining("CrystalBall")
        .asInstanceOf(InstanceOfAssertFactories.type(ModelException.class))
        .returns(Code.UNKNOWN_OPERATOR, ModelException::code);
  }

  @Test
  void anOperatorNewerThanTheEngineIsRefused() {
    refused(TinyModels.operatorOfTheFuture(), Code.UNKNOWN_OPERATOR);
  }

  @Test
  void aModelWithTwoOutputsGivesBoth() {
    try (var model = engine.open(Engines.memory(TinyModels.twoOutputs()), 1)) {
      assertThat(model.outputs()).hasSize(2);
      var size = new float[2];
      var opposite = new float[2];
      model.run(new float[] {-2, 3}, size, opposite);
      assertThat(size).containsExactly(2, 3);
      assertThat(opposite).containsExactly(2, -3);
    }
  }

  @Test
  void whatIsNotAModelIsRefused() {
    refused(new byte[0], Code.DAMAGED);
    refused(
        "not a model at all, but long enough".getBytes(StandardCharsets.US_ASCII), Code.DAMAGED);
  }

  @Test
  void aWindowOfTheWrongLengthIsRefusedBeforeItReachesTheModel() {
    try (var model = engine.open(Engines.memory(TinyModels.sumAndDifference()), 1)) {
      assertThatThrownBy(() -> model.run(new float[3], new float[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("3 values for a tensor of shape float32[1, 2]");
    }
  }

  @Test
  void aClosedModelSaysSoAndMayBeClosedAgain() {
    var model = engine.open(Engines.memory(TinyModels.sumAndDifference()), 1);
    model.close();
    model.close();
    assertThatThrownBy(() -> model.run(new float[2], new float[2]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this interpreter is closed");
  }

  private void refused(byte[] model, Code code) {
    assertThatThrownBy(() -> engine.open(Engines.memory(model), 1))
        .asInstanceOf(InstanceOfAssertFactories.type(ModelException.class))
        .returns(code, ModelException::code);
  }

  private float[] answer(byte[] bytes, float... from) {
    try (var model = engine.open(Engines.memory(bytes), 1)) {
      var to = new float[model.output().elements()];
      model.run(from, to);
      return to;
    }
  }
}
