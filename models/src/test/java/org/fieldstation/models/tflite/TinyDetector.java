package org.fieldstation.models.tflite;

import com.google.flatbuffers.FlexBuffersBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.TensorType;

/**
 * A detector that ends as the SSD models of TensorFlow's Object Detection API do: in the operator
 * that is in no schema, thins the boxes out itself and has four outputs.
 */
public final class TinyDetector {
  private static final BuiltinOptionsUnion NONE = new BuiltinOptionsUnion();

  /** Centre and size of each, downwards first, as parts of the picture. The first two are one. */
  private static final float[] ANCHORS = {
    0.5f, 0.5f, 0.2f, 0.4f,
    0.5f, 0.51f, 0.2f, 0.4f,
    0.2f, 0.8f, 0.1f, 0.1f,
  };

  /** Background and two kinds, for each anchor. */
  private static final float[] SCORES = {
    0, 0.9f, 0,
    0, 0.8f, 0,
    0, 0, 0.6f,
  };

  private TinyDetector() {}

  /** Sees the same two things in every picture of 2 by 2: kind 0 at 0.9 and kind 1 at 0.6. */
  public static byte[] seesTwo() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2, 2, 3);
    int zero = zero(out, input);
    int anchors = ANCHORS.length / 4;
    int places = plus(out, zero, new float[ANCHORS.length], 1, anchors, 4);
    int scores = plus(out, zero, SCORES, 1, anchors, 3);
    int[] outputs = {
      out.tensor(TensorType.FLOAT32),
      out.tensor(TensorType.FLOAT32),
      out.tensor(TensorType.FLOAT32),
      out.tensor(TensorType.FLOAT32)
    };
    out.custom(
        "TFLite_Detection_PostProcess",
        options(),
        new int[] {places, scores, out.constant(ANCHORS, anchors, 4)},
        outputs);
    return out.write(new int[] {input}, outputs);
  }

  private static int zero(ModelWriter out, int input) {
    int nothing = out.tensor(TensorType.FLOAT32, 1, 2, 2, 3);
    int none = out.constant(new float[12], 1, 2, 2, 3);
    out.operator(BuiltinOperator.MUL, NONE, new int[] {input, none}, nothing);
    int zero = out.tensor(TensorType.FLOAT32, 1);
    int axes = out.constant(new int[] {1, 2, 3}, 3);
    out.operator(BuiltinOperator.SUM, NONE, new int[] {nothing, axes}, zero);
    return zero;
  }

  private static int plus(ModelWriter out, int zero, float[] numbers, int... shape) {
    int sum = out.tensor(TensorType.FLOAT32, shape);
    int[] operands = {out.constant(numbers, shape), zero};
    out.operator(BuiltinOperator.ADD, NONE, operands, sum);
    return sum;
  }

  /** Names and meaning: tensorflow/lite/kernels/detection_postprocess.cc. */
  private static byte[] options() {
    var counts = Map.of("max_detections", 4, "max_classes_per_detection", 1, "num_classes", 2);
    var numbers =
        new TreeMap<>(
            Map.of(
                "nms_score_threshold", 0.1,
                "nms_iou_threshold", 0.5,
                "x_scale", 10.0,
                "y_scale", 10.0,
                "w_scale", 5.0,
                "h_scale", 5.0));
    var options = new FlexBuffersBuilder();
    int start = options.startMap();
    new TreeMap<>(counts).forEach(options::putInt);
    numbers.forEach(options::putFloat);
    options.endMap(null, start);
    var bytes = options.finish();
    var copy = new byte[bytes.remaining()];
    bytes.get(copy);
    return copy;
  }
}
