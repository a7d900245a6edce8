package org.fieldstation.models.tflite;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * Looks through a model before the native library does. That one's own verifier sees to it that the
 * tables lie within the file, and believes the numbers in them: a tensor of another size than its
 * weights, or an operator that reads what nothing has written, ends the process later.
 *
 * <p>Numbers that would overflow are refused as well; what is left to the library is whether an
 * operator likes its operands.
 */
final class GraphCheck {
  /** More than any model a station could run has in one tensor. */
  private static final long LARGEST_TENSOR = 1L << 30;

  private static final int OPTIONAL = -1;

  /** By convention that of all tensors without weights, whether it is there or not. */
  private static final int NO_BUFFER = 0;

  private static final int BITS = 8;

  private final FlatTable model;
  private final List<FlatTable> buffers;

  private GraphCheck(FlatTable model) {
    this.model = model;
    this.buffers = model.tables(Schema.MODEL_BUFFERS);
  }

  /**
   * Refuses a model with a number that cannot be right.
   *
   * @throws ModelException DAMAGED
   */
  static void check(MemorySegment bytes) {
    try {
      new GraphCheck(FlatTable.root(bytes)).model();
    } catch (IndexOutOfBoundsException e) {
      throw new ModelException(
          Code.DAMAGED,
          "not a TensorFlow Lite model, or a damaged one: it points out of itself",
          e);
    }
  }

  private void model() {
    that(
        model.number(Schema.MODEL_VERSION, 0) == Schema.VERSION,
        "not a TensorFlow Lite model, or a damaged one");
    buffers.forEach(buffer -> {
      buffer.length(Schema.BUFFER_DATA, 1);
      that(buffer.large(Schema.BUFFER_OFFSET) <= 1, "its weights lie outside of its tables");
    });
    model.tables(Schema.MODEL_GRAPHS).forEach(this::graph);
  }

  private void graph(FlatTable graph) {
    var tensors = graph.tables(Schema.GRAPH_TENSORS);
    tensors.forEach(this::tensor);
    var inputs = graph.numbers(Schema.GRAPH_INPUTS);
    var written = new HashSet<Integer>(inputs);
    inside(inputs, 0, tensors.size());
    for (int i = 0; i < tensors.size(); i++) {
      if (data(tensors.get(i)) > 0 || tensors.get(i).octet(Schema.TENSOR_VARIABLE) != 0) {
        written.add(i);
      }
    }
    written.add(OPTIONAL);
    int codes = model.tables(Schema.MODEL_OPERATORS).size();
    for (var operator : graph.tables(Schema.GRAPH_OPERATORS)) {
      that(
          Integer.compareUnsigned(operator.number(Schema.OPERATOR_CODE, 0), codes) < 0,
          "an operator without a name");
      operator(operator, tensors.size(), written);
    }
    var outputs = graph.numbers(Schema.GRAPH_OUTPUTS);
    inside(outputs, 0, tensors.size());
    that(written.containsAll(outputs), "an output that nothing writes");
  }

  private static void operator(FlatTable operator, int tensors, Set<Integer> written) {
    var inputs = operator.numbers(Schema.OPERATOR_INPUTS);
    var outputs = operator.numbers(Schema.OPERATOR_OUTPUTS);
    inside(inputs, OPTIONAL, tensors);
    inside(outputs, 0, tensors);
    inside(operator.numbers(Schema.OPERATOR_INTERMEDIATES), OPTIONAL, tensors);
    that(written.containsAll(inputs), "an operator that reads what nothing has written");
    for (var output : outputs) {
      that(written.add(output), "two operators that write one tensor, or one that writes weights");
    }
  }

  private void tensor(FlatTable tensor) {
    long elements = 1;
    var shape = tensor.numbers(Schema.TENSOR_SHAPE);
    for (int size : shape) {
      that(size >= 0, "a tensor with a side of " + size);
      elements *= size;
      that(elements <= LARGEST_TENSOR, "a tensor too large for any station");
    }
    int buffer = tensor.number(Schema.TENSOR_BUFFER, 0);
    that(
        buffer == NO_BUFFER || Integer.compareUnsigned(buffer, buffers.size()) < 0,
        "a tensor without a buffer");
    int bits = Schema.bits(tensor.octet(Schema.TENSOR_TYPE));
    long data = data(tensor);
    if (data > 0 && bits > 0 && !tensor.has(Schema.TENSOR_SPARSITY)) {
      that(
          data == Math.ceilDiv(elements * bits, BITS),
          "%d weights of %d bits in %d bytes".formatted(elements, bits, data));
    }
    tensor
        .table(Schema.TENSOR_QUANTISATION)
        .ifPresent(quantisation -> quantisation(quantisation, shape));
  }

  private static void quantisation(FlatTable quantisation, List<Integer> shape) {
    int scales = quantisation.length(Schema.QUANTISATION_SCALE, Float.BYTES);
    int zeros = quantisation.length(Schema.QUANTISATION_ZERO_POINT, Long.BYTES);
    int along = quantisation.number(Schema.QUANTISATION_DIMENSION, 0);
    that(zeros == 0 || zeros == scales, "scales and zero points that do not pair");
    that(
        scales <= 1 || (along >= 0 && along < shape.size() && shape.get(along) == scales),
        "%d scales for a tensor %s".formatted(scales, shape));
  }

  private long data(FlatTable tensor) {
    int buffer = tensor.number(Schema.TENSOR_BUFFER, 0);
    return Integer.compareUnsigned(buffer, buffers.size()) < 0
        ? buffers.get(buffer).length(Schema.BUFFER_DATA, 1)
        : 0;
  }

  private static void inside(List<Integer> indexes, int from, int until) {
    for (int index : indexes) {
      that(index >= from && index < until, "tensor %d of %d".formatted(index, until));
    }
  }

  private static void that(boolean right, String wrong) {
    if (!right) {
      throw new ModelException(Code.DAMAGED, "the model is damaged: " + wrong);
    }
  }
}
