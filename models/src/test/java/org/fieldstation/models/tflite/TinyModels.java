package org.fieldstation.models.tflite;

import java.util.Random;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.ResizeBilinearOptionsT;
import org.tensorflow.lite.schema.ShapeOptionsT;
import org.tensorflow.lite.schema.TensorType;

/** Models of a few hundred bytes whose answers can be worked out by hand. */
public final class TinyModels {
  private static final BuiltinOptionsUnion NONE = new BuiltinOptionsUnion();

  private TinyModels() {}

  /** {@code layers} times: multiply by a weight for each output, then forget what is negative. */
  public static byte[] layers(int layers, int width, long seed) {
    var random = new Random(seed);
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, width);
    int last = input;
    for (int i = 0; i < layers; i++) {
      int weights = out.constant(floats(random, width * width), width, width);
      int bias = out.constant(floats(random, width), width);
      int next = out.tensor(TensorType.FLOAT32, 1, width);
      out.operator(BuiltinOperator.FULLY_CONNECTED, dense(), new int[] {last, weights, bias}, next);
      last = next;
    }
    return out.write(new int[] {input}, last);
  }

  /** A sum and a difference of two inputs: float [1,2] to [1,2], no activation. */
  public static byte[] sumAndDifference() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2);
    int weights = out.constant(new float[] {1, 1, 1, -1}, 2, 2);
    int bias = out.constant(new float[] {0, 0}, 2);
    int output = out.tensor(TensorType.FLOAT32, 1, 2);
    out.operator(
        BuiltinOperator.FULLY_CONNECTED, dense(), new int[] {input, weights, bias}, output);
    return out.write(new int[] {input}, output);
  }

  /** The same with 8-bit numbers: steps of 1/64 around -3 going in, of 1/32 around 5 coming out. */
  public static byte[] quantisedSumAndDifference() {
    var out = new ModelWriter();
    int input = out.quantised(TensorType.INT8, 1 / 64f, -3, 1, 2);
    int weights = out.constant(new byte[] {64, 64, 64, -64}, 1 / 64f, 2, 2);
    int bias = out.quantise(out.constant(new int[] {0, 0}, 2), 1 / 4096f, 0);
    int output = out.quantised(TensorType.INT8, 1 / 32f, 5, 1, 2);
    out.operator(
        BuiltinOperator.FULLY_CONNECTED, dense(), new int[] {input, weights, bias}, output);
    return out.write(new int[] {input}, output);
  }

  /** Latitude, longitude and week in; one species of the north and one of the south out. */
  public static byte[] placeAndWeek() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 3);
    int weights = out.constant(new float[] {0.2f, 0, 0, -0.2f, 0, 0}, 2, 3);
    int bias = out.constant(new float[] {-8, 8}, 2);
    int sum = out.tensor(TensorType.FLOAT32, 1, 2);
    out.operator(BuiltinOperator.FULLY_CONNECTED, dense(), new int[] {input, weights, bias}, sum);
    int output = out.tensor(TensorType.FLOAT32, 1, 2);
    out.operator(BuiltinOperator.LOGISTIC, NONE, new int[] {sum}, output);
    return out.write(new int[] {input}, output);
  }

  /** Adds 1 to each of {@code width} numbers by a tensor whose shape is known only at run time. */
  public static byte[] dynamic(int width) {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, width);
    int shape = out.tensor(TensorType.INT32, 2);
    var shapeOptions = new ShapeOptionsT();
    shapeOptions.setOutType(TensorType.INT32);
    out.operator(
        BuiltinOperator.SHAPE,
        union(BuiltinOptions.ShapeOptions, shapeOptions),
        new int[] {input},
        shape);
    int one = out.constant(new float[] {1});
    int ones = out.tensor(TensorType.FLOAT32, 1, width);
    out.operator(BuiltinOperator.FILL, NONE, new int[] {shape, one}, ones);
    int output = out.tensor(TensorType.FLOAT32, 1, width);
    out.operator(
        BuiltinOperator.ADD,
        union(BuiltinOptions.AddOptions, new AddOptionsT()),
        new int[] {input, ones},
        output);
    return out.write(new int[] {input}, output);
  }

  /** Divides its two inputs by zero. */
  public static byte[] divisionByZero() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2);
    int zero = out.constant(new float[] {0, 0}, 1, 2);
    int output = out.tensor(TensorType.FLOAT32, 1, 2);
    out.operator(BuiltinOperator.DIV, NONE, new int[] {input, zero}, output);
    return out.write(new int[] {input}, output);
  }

  public static byte[] unknownCustomOperator() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2);
    int output = out.tensor(TensorType.FLOAT32, 1, 2);
    out.custom("CrystalBall", new int[] {input}, output);
    return out.write(new int[] {input}, output);
  }

  public static byte[] operatorOfTheFuture() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2);
    int output = out.tensor(TensorType.FLOAT32, 1, 2);
    out.operator(9999, NONE, new int[] {input}, output);
    return out.write(new int[] {input}, output);
  }

  public static byte[] twoOutputs() {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2);
    int abs = out.tensor(TensorType.FLOAT32, 1, 2);
    int neg = out.tensor(TensorType.FLOAT32, 1, 2);
    out.operator(BuiltinOperator.ABS, NONE, new int[] {input}, abs);
    out.operator(BuiltinOperator.NEG, NONE, new int[] {input}, neg);
    return out.write(new int[] {input}, abs, neg);
  }

  /** TensorFlow Lite's own bilinear resizing of float [1, height, width, 3]. */
  public static byte[] resize(int width, int height, int toWidth, int toHeight, boolean centres) {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, height, width, 3);
    int size = out.constant(new int[] {toHeight, toWidth}, 2);
    int output = out.tensor(TensorType.FLOAT32, 1, toHeight, toWidth, 3);
    var options = new ResizeBilinearOptionsT();
    options.setHalfPixelCenters(centres);
    out.operator(
        BuiltinOperator.RESIZE_BILINEAR,
        union(BuiltinOptions.ResizeBilinearOptions, options),
        new int[] {input, size},
        output);
    return out.write(new int[] {input}, output);
  }

  /** Answers the same numbers whatever it is shown: float [1, 2, 2, 3] to constants. */
  public static byte[] fixed(float[]... answers) {
    var out = new ModelWriter();
    int input = out.tensor(TensorType.FLOAT32, 1, 2, 2, 3);
    int none = out.constant(new float[12], 1, 2, 2, 3);
    int nothing = out.tensor(TensorType.FLOAT32, 1, 2, 2, 3);
    out.operator(BuiltinOperator.MUL, NONE, new int[] {input, none}, nothing);
    var outputs = new int[answers.length];
    for (int i = 0; i < answers.length; i++) {
      int zero = out.tensor(TensorType.FLOAT32, 1);
      int axes = out.constant(new int[] {1, 2, 3}, 3);
      out.operator(BuiltinOperator.SUM, NONE, new int[] {nothing, axes}, zero);
      int answer = out.constant(answers[i], answers[i].length);
      outputs[i] = out.tensor(TensorType.FLOAT32, answers[i].length);
      out.operator(BuiltinOperator.ADD, NONE, new int[] {answer, zero}, outputs[i]);
    }
    return out.write(new int[] {input}, outputs);
  }

  private static BuiltinOptionsUnion dense() {
    return union(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptionsT());
  }

  private static BuiltinOptionsUnion union(byte type, Object value) {
    var union = new BuiltinOptionsUnion();
    union.setType(type);
    union.setValue(value);
    return union;
  }

  private static float[] floats(Random random, int count) {
    var floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
    return floats;
  }
}
