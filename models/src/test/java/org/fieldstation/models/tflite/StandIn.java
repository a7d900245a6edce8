package org.fieldstation.models.tflite;

import static org.tensorflow.lite.schema.BuiltinOperator.ADD;
import static org.tensorflow.lite.schema.BuiltinOperator.CONV_2D;
import static org.tensorflow.lite.schema.BuiltinOperator.DEPTHWISE_CONV_2D;
import static org.tensorflow.lite.schema.BuiltinOperator.FULLY_CONNECTED;
import static org.tensorflow.lite.schema.BuiltinOperator.LOGISTIC;
import static org.tensorflow.lite.schema.BuiltinOperator.MEAN;
import static org.tensorflow.lite.schema.BuiltinOperator.MUL;
import static org.tensorflow.lite.schema.BuiltinOperator.RESHAPE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fieldstation.models.Sha256;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.ReshapeOptionsT;
import org.tensorflow.lite.schema.TensorType;

/**
 * Writes a pack whose model hears nothing but costs what a large bird model costs: 3 s of raw sound
 * at 48 kHz in, 6522 logits out, about 430 million multiplications between, random weights.
 *
 * <p>The topology is made up for this purpose: frames of 6 ms, a layer that stands for a filter
 * bank, blocks that widen, filter each channel and narrow again, a mean, one dense layer.
 *
 * <p>Argument: the directory, which is made.
 */
final class StandIn {
  static final int SAMPLES = 144_000;
  static final int LABELS = 6522;
  private static final int FRAMES = 500;
  private static final int FILTERS = 96;
  private static final int EMBEDDING = 1024;

  private final ModelWriter out = new ModelWriter();
  private final Random random = new Random(1);

  /** Millions of multiplications so far, counted where they are made. */
  private double multiplications;

  private StandIn() {}

  static void main(String[] args) throws IOException {
    var directory = Files.createDirectories(Path.of(args[0]));
    var standIn = new StandIn();
    var model = standIn.model();
    var labels =
        IntStream.range(0, LABELS)
            .mapToObj(i -> "Avis numero" + i + "_Bird " + i)
            .collect(Collectors.joining("\n", "", "\n"))
            .getBytes(StandardCharsets.UTF_8);
    Files.write(directory.resolve("stand-in.tflite"), model);
    Files.write(directory.resolve("labels.txt"), labels);
    Files.writeString(
        directory.resolve("pack.toml"), manifest(sha256(model), sha256(labels), SAMPLES));
    System.out.printf(
        "{\"bytes\": %d, \"million_multiplications\": %.0f}%n",
        model.length, standIn.multiplications / 1e6);
  }

  private static String manifest(String model, String labels, int samples) {
    return """
    format = 1
    id = "stand-in"
    version = "1"
    kind = "sound"
    title = "Costs what a large bird model costs, and hears nothing"
    licence = "Apache-2.0"
    citation = "none: random weights"
    origin = "made by the benchmark"

    [model]
    file = "stand-in.tflite"
    sha256 = "%s"

    [labels]
    file = "labels.txt"
    sha256 = "%s"
    threshold = 0.9

    [input]
    sample-rate-hz = 48000
    window-samples = %d
    hop-samples = %d
    front-end = "raw"

    [output]
    activation = "logits-sigmoid"
    """
        .formatted(model, labels, samples, samples);
  }

  private byte[] model() {
    int input = out.tensor(TensorType.FLOAT32, 1, SAMPLES);
    var last = reshape(input, FRAMES, 1, SAMPLES / FRAMES);
    last = pointwise(last, FILTERS, true);
    last = reshape(last.tensor, FRAMES, FILTERS, 1);
    last = convolution(last, 32, 3, 2, true);
    last = block(last, 96, 48, 2);
    last = block(last, 192, 48, 1);
    last = block(last, 192, 80, 2);
    last = block(last, 480, 80, 1);
    last = block(last, 480, 160, 2);
    last = block(last, 960, 160, 1);
    last = block(last, 960, 160, 1);
    last = pointwise(last, EMBEDDING, true);
    return out.write(new int[] {input}, dense(mean(last)));
  }

  /** Rows, columns and channels of a tensor. */
  private record Map(int tensor, int rows, int columns, int channels) {}

  private Map map(int rows, int columns, int channels) {
    return new Map(
        out.tensor(TensorType.FLOAT32, 1, rows, columns, channels), rows, columns, channels);
  }

  private Map reshape(int from, int rows, int columns, int channels) {
    var to = map(rows, columns, channels);
    var options = new ReshapeOptionsT();
    options.setNewShape(new int[] {1, rows, columns, channels});
    int shape = out.constant(new int[] {1, rows, columns, channels}, 4);
    out.operator(
        RESHAPE, union(BuiltinOptions.ReshapeOptions, options), new int[] {from, shape}, to.tensor);
    return to;
  }

  private Map block(Map from, int wide, int narrow, int stride) {
    var filtered = depthwise(pointwise(from, wide, true), stride);
    var to = pointwise(filtered, narrow, false);
    if (stride > 1 || from.channels != narrow) {
      return to;
    }
    var sum = map(to.rows, to.columns, to.channels);
    var options = union(BuiltinOptions.AddOptions, new AddOptionsT());
    out.operator(ADD, options, new int[] {from.tensor, to.tensor}, sum.tensor);
    return sum;
  }

  private Map pointwise(Map from, int channels, boolean active) {
    return convolution(from, channels, 1, 1, active);
  }

  private Map convolution(Map from, int channels, int size, int stride, boolean active) {
    var to = map(half(from.rows, stride), half(from.columns, stride), channels);
    int inputs = size * size * from.channels;
    multiplications += (double) to.rows * to.columns * channels * inputs;
    var options = new Conv2DOptionsT(); // padding SAME
    options.setStrideH(stride);
    options.setStrideW(stride);
    options.setDilationHFactor(1);
    options.setDilationWFactor(1);
    int weights = weights(inputs, channels, size, size, from.channels);
    int[] inputTensors = {from.tensor, weights, bias(channels)};
    out.operator(CONV_2D, union(BuiltinOptions.Conv2DOptions, options), inputTensors, to.tensor);
    return active ? active(to) : to;
  }

  private Map depthwise(Map from, int stride) {
    var to = map(half(from.rows, stride), half(from.columns, stride), from.channels);
    multiplications += 9.0 * to.rows * to.columns * to.channels;
    var options = new DepthwiseConv2DOptionsT();
    options.setStrideH(stride);
    options.setStrideW(stride);
    options.setDilationHFactor(1);
    options.setDilationWFactor(1);
    options.setDepthMultiplier(1);
    int weights = weights(9, 1, 3, 3, from.channels);
    int[] inputTensors = {from.tensor, weights, bias(from.channels)};
    out.operator(
        DEPTHWISE_CONV_2D,
        union(BuiltinOptions.DepthwiseConv2DOptions, options),
        inputTensors,
        to.tensor);
    return active(to);
  }

  /** x times the logistic function of x. */
  private Map active(Map from) {
    var gate = map(from.rows, from.columns, from.channels);
    out.operator(LOGISTIC, new BuiltinOptionsUnion(), new int[] {from.tensor}, gate.tensor);
    var to = map(from.rows, from.columns, from.channels);
    var options = union(BuiltinOptions.MulOptions, new MulOptionsT());
    out.operator(MUL, options, new int[] {from.tensor, gate.tensor}, to.tensor);
    return to;
  }

  private int mean(Map from) {
    int to = out.tensor(TensorType.FLOAT32, 1, from.channels);
    int axes = out.constant(new int[] {1, 2}, 2);
    var options = union(BuiltinOptions.ReducerOptions, new ReducerOptionsT());
    out.operator(MEAN, options, new int[] {from.tensor, axes}, to);
    return to;
  }

  private int dense(int from) {
    multiplications += (double) EMBEDDING * LABELS;
    int to = out.tensor(TensorType.FLOAT32, 1, LABELS);
    int weights = weights(EMBEDDING, LABELS, EMBEDDING);
    var options = union(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptionsT());
    out.operator(FULLY_CONNECTED, options, new int[] {from, weights, bias(LABELS)}, to);
    return to;
  }

  /** Random, and small enough for the sums not to grow from layer to layer. */
  private int weights(int inputs, int... shape) {
    var values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    float scale = (float) Math.sqrt(3.0 / inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] = (2 * random.nextFloat() - 1) * scale;
    }
    return out.constant(values, shape);
  }

  private int bias(int channels) {
    return out.constant(new float[channels], channels);
  }

  private static int half(int size, int stride) {
    return (size + stride - 1) / stride;
  }

  private static BuiltinOptionsUnion union(byte type, Object value) {
    var union = new BuiltinOptionsUnion();
    union.setType(type);
    union.setValue(value);
    return union;
  }

  private static String sha256(byte[] bytes) throws IOException {
    return Sha256.of(new ByteArrayInputStream(bytes));
  }
}
