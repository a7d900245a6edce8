package org.fieldstation.models;

import org.jspecify.annotations.Nullable;

/**
 * A model or pack that cannot be used. The code is stable, so that a fleet can count its faults.
 */
public final class ModelException extends RuntimeException {

  /** What is wrong with it. */
  public enum Code {
    /** There is no such file. */
    ABSENT,
    /** The manifest or the labels cannot be understood. */
    BAD_MANIFEST,
    /** A file's hash is not the manifest's. */
    WRONG_HASH,
    /** The file is not a TensorFlow Lite model, or a damaged one. */
    DAMAGED,
    /** The model needs an operator this engine does not have. */
    UNKNOWN_OPERATOR,
    /** The model's tensors or labels are not what the manifest says. */
    WRONG_SHAPE,
    /** The pack is whole, but for sound where pictures are asked for, or the other way round. */
    WRONG_KIND,
    /** The engine cannot run on this machine. */
    NO_ENGINE,
    /** The model ran and failed, or answered with something that is not a number. */
    FAILED
  }

  private final Code code;

  public ModelException(Code code, String message) {
    this(code, message, null);
  }

  public ModelException(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
