package org.fieldstation.models.tflite;

/** Numbers of the fields of tensorflow/lite/schema/schema.fbs, version 3, that are looked at. */
final class Schema {
  static final int VERSION = 3;

  static final int MODEL_VERSION = 0;
  static final int MODEL_OPERATORS = 1;
  static final int MODEL_GRAPHS = 2;
  static final int MODEL_BUFFERS = 4;

  static final int GRAPH_TENSORS = 0;
  static final int GRAPH_INPUTS = 1;
  static final int GRAPH_OUTPUTS = 2;
  static final int GRAPH_OPERATORS = 3;

  static final int TENSOR_SHAPE = 0;
  static final int TENSOR_TYPE = 1;
  static final int TENSOR_BUFFER = 2;
  static final int TENSOR_QUANTISATION = 4;
  static final int TENSOR_VARIABLE = 5;
  static final int TENSOR_SPARSITY = 6;

  static final int OPERATOR_CODE = 0;
  static final int OPERATOR_INPUTS = 1;
  static final int OPERATOR_OUTPUTS = 2;
  static final int OPERATOR_INTERMEDIATES = 8;

  static final int BUFFER_DATA = 0;
  static final int BUFFER_OFFSET = 1;

  static final int QUANTISATION_SCALE = 2;
  static final int QUANTISATION_ZERO_POINT = 3;
  static final int QUANTISATION_DIMENSION = 6;

  private Schema() {}

  /** Bits of an element of a {@code TensorType}; 0 for those that have no fixed size. */
  static int bits(int type) {
    return switch (type) {
      case 0, 2, 15 -> 32; // float32, int32, uint32
      case 1, 7, 16, 18 -> 16; // float16, int16, uint16, bfloat16
      case 3, 6, 9 -> 8; // uint8, bool, int8
      case 4, 8, 10, 12 -> 64; // int64, complex64, float64, uint64
      case 11 -> 128; // complex128
      case 17 -> 4; // int4
      default -> 0;
    };
  }
}
