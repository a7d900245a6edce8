/**
 * TensorFlow Lite through the foreign function interface: the only package that knows a native
 * pointer.
 *
 * <p>Only the C API of the library is used. It never sees a path: models are read, hashed and kept
 * in memory that belongs to us, because a model file that shrinks while it is mapped kills the
 * whole process with SIGBUS.
 */
@NullMarked
package org.fieldstation.models.tflite;

import org.jspecify.annotations.NullMarked;
