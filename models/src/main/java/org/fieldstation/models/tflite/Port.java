package org.fieldstation.models.tflite;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.jspecify.annotations.Nullable;

/**
 * The one input or the one output of an interpreter, as floats.
 *
 * <p>The tensor and its data are asked for anew every time: a model with dynamic shapes moves both
 * while it runs, and a kept pointer then points into freed memory.
 */
final class Port {
  private final Tensors tensors;
  private final Supplier<MemorySegment> tensor;
  private final TensorShape shape;
  private final @Nullable Quantisation quantisation;
  private final byte[] numbers;

  /**
   * Looks at a tensor whose shape is settled.
   *
   * @param tensor fetches it
   */
  Port(Tensors tensors, Supplier<MemorySegment> tensor) {
    this.tensors = tensors;
    this.tensor = tensor;
    shape = tensors.shape(tensor.get());
    if (shape.elements() < 1) {
      throw new ModelException(Code.WRONG_SHAPE, "a tensor of shape " + shape + " holds nothing");
    }
    quantisation = tensors.quantisation(tensor.get(), shape.type());
    numbers = new byte[quantisation == null ? 0 : shape.elements()];
  }

  TensorShape shape() {
    return shape;
  }

  void write(float[] values) {
    var data = data(values.length);
    if (quantisation == null) {
      MemorySegment.copy(values, 0, data, JAVA_FLOAT_UNALIGNED, 0, values.length);
      return;
    }
    quantisation.quantise(values, numbers);
    MemorySegment.copy(numbers, 0, data, JAVA_BYTE, 0, numbers.length);
  }

  void read(float[] values) {
    var data = data(values.length);
    if (quantisation == null) {
      MemorySegment.copy(data, JAVA_FLOAT_UNALIGNED, 0, values, 0, values.length);
      return;
    }
    MemorySegment.copy(data, JAVA_BYTE, 0, numbers, 0, numbers.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = quantisation.real(numbers[i]);
    }
  }

  private MemorySegment data(int length) {
    if (length != shape.elements()) {
      throw new IllegalArgumentException(length + " values for a tensor of shape " + shape);
    }
    var data = tensors.data(tensor.get());
    long wanted = (long) length * shape.type().bytes();
    if (data.byteSize() != wanted) {
      throw new ModelException(
          Code.FAILED,
          "a tensor of shape %s became %d bytes instead of %d"
              .formatted(shape, data.byteSize(), wanted));
    }
    return data;
  }
}
