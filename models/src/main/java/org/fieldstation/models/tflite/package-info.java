/**
 * TensorFlow Lite through the foreign function interface: the only package that knows a native
 * pointer.
 *
 * <p>Only the C API of the library is used. It never sees a path: models are read, hashed and kept
 * in memory that belongs to us, because a model file that shrinks while it is mapped kills the
 * whole process with SIGBUS. Nor is the library proof against a damaged model: its verifier lets
 * some pass that later end the process. Whoever opens a model has compared its hash first, and
 * {@link org.fieldstation.models.tflite.GraphCheck} refuses nearly all that would.
 */
@NullMarked
package org.fieldstation.models.tflite;

import org.jspecify.annotations.NullMarked;
