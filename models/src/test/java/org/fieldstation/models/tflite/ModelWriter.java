package org.fieldstation.models.tflite;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** Writes small TensorFlow Lite models, so that tests need no foreign file. */
final class ModelWriter {
  private final List<TensorT> tensors = new ArrayList<>();
  private final List<ByteBuffer> buffers = new ArrayList<>(List.of(ByteBuffer.allocate(0)));
  private final List<OperatorCodeT> codes = new ArrayList<>();
  private final List<OperatorT> operators = new ArrayList<>();

  int tensor(byte type, int... shape) {
    return add(type, 0, shape);
  }

  int quantised(byte type, float scale, long zeroPoint, int... shape) {
    return quantise(tensor(type, shape), scale, zeroPoint);
  }

  int constant(float[] values, int... shape) {
    var bytes = little(4 * values.length);
    bytes.asFloatBuffer().put(values);
    return add(TensorType.FLOAT32, buffer(bytes), shape);
  }

  int constant(int[] values, int... shape) {
    var bytes = little(4 * values.length);
    bytes.asIntBuffer().put(values);
    return add(TensorType.INT32, buffer(bytes), shape);
  }

  int constant(byte[] values, float scale, int... shape) {
    return quantise(add(TensorType.INT8, buffer(ByteBuffer.wrap(values)), shape), scale, 0);
  }

  int quantise(int tensor, float scale, long zeroPoint) {
    var parameters = new QuantizationParametersT();
    parameters.setScale(new float[] {scale});
    parameters.setZeroPoint(new long[] {zeroPoint});
    tensors.get(tensor).setQuantization(parameters);
    return tensor;
  }

  void operator(int builtin, BuiltinOptionsUnion options, int[] inputs, int output) {
    var code = new OperatorCodeT();
    code.setBuiltinCode(builtin);
    code.setDeprecatedBuiltinCode((byte) Math.min(127, builtin));
    code.setVersion(1);
    add(code, options, inputs, output);
  }

  void custom(String name, int[] inputs, int output) {
    custom(name, new byte[0], inputs, output);
  }

  /** An operator outside of the schema, with what its maker's own reader makes of its options. */
  void custom(String name, byte[] options, int[] inputs, int... outputs) {
    var code = new OperatorCodeT();
    code.setBuiltinCode(32); // BuiltinOperator.CUSTOM
    code.setDeprecatedBuiltinCode((byte) 32);
    code.setCustomCode(name);
    code.setVersion(1);
    add(code, new BuiltinOptionsUnion(), inputs, outputs).setCustomOptions(ints(options));
  }

  byte[] write(int[] inputs, int... outputs) {
    var graph = new SubGraphT();
    graph.setTensors(tensors.toArray(TensorT[]::new));
    graph.setOperators(operators.toArray(OperatorT[]::new));
    graph.setInputs(inputs);
    graph.setOutputs(outputs);
    var out = new FlatBufferBuilder();
    var data = buffers.stream().mapToInt(bytes -> packed(out, bytes)).toArray();
    int bufferVector = Model.createBuffersVector(out, data);
    int codeVector =
        Model.createOperatorCodesVector(
            out, codes.stream().mapToInt(code -> OperatorCode.pack(out, code)).toArray());
    int graphVector = Model.createSubgraphsVector(out, new int[] {SubGraph.pack(out, graph)});
    Model.startModel(out);
    Model.addVersion(out, 3);
    Model.addOperatorCodes(out, codeVector);
    Model.addSubgraphs(out, graphVector);
    Model.addBuffers(out, bufferVector);
    Model.finishModelBuffer(out, Model.endModel(out));
    return out.sizedByteArray();
  }

  private OperatorT add(
      OperatorCodeT code, BuiltinOptionsUnion options, int[] inputs, int... outputs) {
    codes.add(code);
    var operator = new OperatorT();
    operator.setOpcodeIndex(codes.size() - 1L);
    operator.setBuiltinOptions(options);
    operator.setInputs(inputs);
    operator.setOutputs(outputs);
    operators.add(operator);
    return operator;
  }

  private int add(byte type, int buffer, int... shape) {
    var tensor = new TensorT();
    tensor.setName("t" + tensors.size());
    tensor.setType(type);
    tensor.setShape(shape);
    tensor.setBuffer(buffer);
    tensors.add(tensor);
    return tensors.size() - 1;
  }

  private int buffer(ByteBuffer bytes) {
    buffers.add(bytes);
    return buffers.size() - 1;
  }

  /** The schema wants a buffer's data on 16 bytes, which the generated object API does not do. */
  private static int packed(FlatBufferBuilder out, ByteBuffer bytes) {
    if (bytes.capacity() == 0) {
      Buffer.startBuffer(out);
      return Buffer.endBuffer(out);
    }
    out.createUnintializedVector(1, bytes.capacity(), 16).put(bytes.rewind());
    int data = out.endVector();
    Buffer.startBuffer(out);
    Buffer.addData(out, data);
    return Buffer.endBuffer(out);
  }

  /** The generated object API keeps bytes in numbers. */
  private static int[] ints(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i]).toArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
