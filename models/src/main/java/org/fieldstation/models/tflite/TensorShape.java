package org.fieldstation.models.tflite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What goes into a model or comes out of it.
 *
 * @param dimensions as the model has them, batch first
 */
public record TensorShape(ElementType type, List<Integer> dimensions) {
  public TensorShape {
    dimensions = List.copyOf(dimensions);
  }

  /** Number of elements; -1 for what no tensor can be. */
  public int elements() {
    long elements = 1;
    for (int dimension : dimensions) {
      if (dimension <= 0 || elements > Integer.MAX_VALUE / dimension) {
        return -1;
      }
      elements *= dimension;
    }
    return (int) elements;
  }

  @Override
  public String toString() {
    return type.name().toLowerCase(Locale.ROOT)
        + dimensions.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }
}
