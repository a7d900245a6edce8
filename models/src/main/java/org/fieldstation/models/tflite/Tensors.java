package org.fieldstation.models.tflite;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;
import org.jspecify.annotations.Nullable;

/** What can be asked of a {@code TfLiteTensor*}; it is good only until the next invocation. */
record Tensors(TfLite api) {
  /** {@code TfLiteTensor} of more dimensions than any model has is a damaged one. */
  private static final int MOST_DIMENSIONS = 8;

  TensorShape shape(MemorySegment tensor) {
    try {
      int type = (int) api.tensorType().invokeExact(tensor);
      int count = (int) api.tensorDimensions().invokeExact(tensor);
      if (count < 0 || count > MOST_DIMENSIONS) {
        throw new ModelException(Code.WRONG_SHAPE, "a tensor of %d dimensions".formatted(count));
      }
      var dimensions = new ArrayList<Integer>();
      for (int i = 0; i < count; i++) {
        dimensions.add((int) api.tensorDimension().invokeExact(tensor, i));
      }
      return new TensorShape(ElementType.of(type), dimensions);
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  /** How the tensor's numbers are to be read; null for a tensor of floats. */
  @Nullable Quantisation quantisation(MemorySegment tensor, ElementType type) {
    if (type == ElementType.FLOAT32) {
      return null;
    }
    try (var arena = Arena.ofConfined()) {
      var parameters =
          (MemorySegment) api.tensorQuantisation().invokeExact((SegmentAllocator) arena, tensor);
      var quantisation =
          new Quantisation(
              parameters.get(JAVA_FLOAT, 0),
              parameters.get(JAVA_INT, JAVA_FLOAT.byteSize()),
              type == ElementType.INT8 ? Byte.MIN_VALUE : 0);
      if (!quantisation.isUsable()) {
        throw new ModelException(Code.WRONG_SHAPE, "a tensor without a usable " + quantisation);
      }
      return quantisation;
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  /** The tensor's memory; empty when it has none yet. */
  MemorySegment data(MemorySegment tensor) {
    try {
      var data = (MemorySegment) api.tensorData().invokeExact(tensor);
      long size = (long) api.tensorBytes().invokeExact(tensor);
      return data.address() == 0 ? MemorySegment.NULL : data.reinterpret(size);
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }
}
