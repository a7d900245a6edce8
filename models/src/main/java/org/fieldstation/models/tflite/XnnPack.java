package org.fieldstation.models.tflite;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * The XNNPACK delegate, which counts what it is given.
 *
 * <p>TensorFlow Lite calls {@code Prepare} of a delegate once for each subgraph. Ours calls the
 * delegate's own and reads the execution plan before and after. Offsets are those of {@code struct
 * TfLiteDelegate} and {@code struct TfLiteContext} in tensorflow/lite/core/c/common.h, whose first
 * fields have not moved since version 1.
 */
final class XnnPack implements AutoCloseable {
  /**
   * {@code TfLiteStatus (*Prepare)(TfLiteContext*, TfLiteDelegate*)}, after {@code void* data_}.
   */
  private static final long PREPARE = 8;

  /** {@code TfLiteStatus (*GetExecutionPlan)(TfLiteContext*, TfLiteIntArray**)}, after a size_t. */
  private static final long GET_EXECUTION_PLAN = 8;

  private static final FunctionDescriptor TWO_POINTERS =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
  private static final int ERROR = 1;

  private final TfLite api;
  private final MemorySegment delegate;
  private final MethodHandle prepare;
  private Delegation delegation = Delegation.NONE;

  XnnPack(TfLite api, int threads, Arena arena) {
    this.api = api;
    delegate = create(api, threads, arena).reinterpret(PREPARE + ADDRESS.byteSize());
    var linker = Linker.nativeLinker();
    prepare = linker.downcallHandle(delegate.get(ADDRESS, PREPARE), TWO_POINTERS);
    delegate.set(ADDRESS, PREPARE, linker.upcallStub(counting(), TWO_POINTERS, arena));
  }

  /** The delegate, to be added to an interpreter's options. */
  MemorySegment pointer() {
    return delegate;
  }

  Delegation delegation() {
    return delegation;
  }

  @Override
  public void close() {
    try {
      api.xnnPackDelete().invokeExact(delegate);
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  private static MemorySegment create(TfLite api, int threads, Arena arena) {
    try {
      var options = (MemorySegment) api.xnnPackDefaults().invokeExact((SegmentAllocator) arena);
      options.set(JAVA_INT, 0, threads);
      var delegate = (MemorySegment) api.xnnPackCreate().invokeExact(options);
      if (delegate.address() == 0) {
        throw new ModelException(
            Code.NO_ENGINE, "TensorFlow Lite: XNNPACK cannot start on this processor");
      }
      return delegate;
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  @SuppressWarnings("UnusedMethod") // called from C
  private int prepareAndCount(MemorySegment context, MemorySegment self) {
    try {
      int before = planSize(context);
      int status = (int) prepare.invokeExact(context, self);
      delegation = delegation.plus(new Delegation(before, planSize(context)));
      return status;
    } catch (Throwable e) { // one that left an upcall would end the process
      return ERROR;
    }
  }

  private static int planSize(MemorySegment context) throws Throwable {
    try (var arena = Arena.ofConfined()) {
      var function = context.reinterpret(GET_EXECUTION_PLAN + 8).get(ADDRESS, GET_EXECUTION_PLAN);
      var getExecutionPlan = Linker.nativeLinker().downcallHandle(function, TWO_POINTERS);
      var plan = arena.allocate(ADDRESS);
      int status = (int) getExecutionPlan.invokeExact(context, plan);
      if (status != 0) {
        throw new IllegalStateException("GetExecutionPlan: status " + status);
      }
      return plan.get(ADDRESS, 0).reinterpret(JAVA_INT.byteSize()).get(JAVA_INT, 0); // int size
    }
  }

  private MethodHandle counting() {
    try {
      var segment = MemorySegment.class;
      return MethodHandles.lookup()
          .bind(this, "prepareAndCount", MethodType.methodType(int.class, segment, segment));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a method of this class", e);
    }
  }
}
