package org.fieldstation.models.tflite;

import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** A type of tensor element that sound goes in or scores come out as. */
public enum ElementType {
  FLOAT32(1, 4),
  UINT8(3, 1),
  INT8(9, 1);

  private final int code;
  private final int bytes;

  /** The code is {@code TfLiteType} of tensorflow/lite/core/c/c_api_types.h. */
  ElementType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  static ElementType of(int code) {
    for (var type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new ModelException(
        Code.WRONG_SHAPE,
        "a tensor of TfLiteType %d: only float32, int8 and uint8 go in and out".formatted(code));
  }
}
