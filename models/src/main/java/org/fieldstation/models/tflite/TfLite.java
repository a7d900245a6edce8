package org.fieldstation.models.tflite;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * The functions of the C API that the engine calls, of TensorFlow Lite 2.20.
 *
 * <p>A status is a {@code TfLiteStatus}, 0 when all went well.
 */
record TfLite(
    // TfLiteModel* TfLiteModelCreateWithErrorReporter(const void* data, size_t size, void
    // (*reporter)(void*, const char*, va_list), void* user)
    MethodHandle modelCreate,
    // void TfLiteModelDelete(TfLiteModel*)
    MethodHandle modelDelete,
    // TfLiteInterpreterOptions* TfLiteInterpreterOptionsCreate(void)
    MethodHandle optionsCreate,
    // void TfLiteInterpreterOptionsDelete(TfLiteInterpreterOptions*)
    MethodHandle optionsDelete,
    // void TfLiteInterpreterOptionsSetNumThreads(TfLiteInterpreterOptions*, int32_t)
    MethodHandle optionsThreads,
    // void TfLiteInterpreterOptionsAddDelegate(TfLiteInterpreterOptions*, TfLiteOpaqueDelegate*)
    MethodHandle optionsAddDelegate,
    // void TfLiteInterpreterOptionsSetErrorReporter(TfLiteInterpreterOptions*, void
    // (*reporter)(void*, const char*, va_list), void* user)
    MethodHandle optionsReporter,
    // TfLiteInterpreter* TfLiteInterpreterCreate(const TfLiteModel*, const
    // TfLiteInterpreterOptions*)
    MethodHandle interpreterCreate,
    // void TfLiteInterpreterDelete(TfLiteInterpreter*)
    MethodHandle interpreterDelete,
    // TfLiteStatus TfLiteInterpreterAllocateTensors(TfLiteInterpreter*)
    MethodHandle allocateTensors,
    // TfLiteStatus TfLiteInterpreterInvoke(TfLiteInterpreter*)
    MethodHandle invoke,
    // int32_t TfLiteInterpreterGetInputTensorCount(const TfLiteInterpreter*)
    MethodHandle inputCount,
    // int32_t TfLiteInterpreterGetOutputTensorCount(const TfLiteInterpreter*)
    MethodHandle outputCount,
    // TfLiteTensor* TfLiteInterpreterGetInputTensor(const TfLiteInterpreter*, int32_t)
    MethodHandle inputTensor,
    // const TfLiteTensor* TfLiteInterpreterGetOutputTensor(const TfLiteInterpreter*, int32_t)
    MethodHandle outputTensor,
    // TfLiteType TfLiteTensorType(const TfLiteTensor*)
    MethodHandle tensorType,
    // int32_t TfLiteTensorNumDims(const TfLiteTensor*)
    MethodHandle tensorDimensions,
    // int32_t TfLiteTensorDim(const TfLiteTensor*, int32_t)
    MethodHandle tensorDimension,
    // size_t TfLiteTensorByteSize(const TfLiteTensor*)
    MethodHandle tensorBytes,
    // void* TfLiteTensorData(const TfLiteTensor*)
    MethodHandle tensorData,
    // TfLiteQuantizationParams TfLiteTensorQuantizationParams(const TfLiteTensor*)
    MethodHandle tensorQuantisation,
    // TfLiteXNNPackDelegateOptions TfLiteXNNPackDelegateOptionsDefault(void)
    MethodHandle xnnPackDefaults,
    // TfLiteDelegate* TfLiteXNNPackDelegateCreate(const TfLiteXNNPackDelegateOptions*)
    MethodHandle xnnPackCreate,
    // void TfLiteXNNPackDelegateDelete(TfLiteDelegate*)
    MethodHandle xnnPackDelete) {

  /** {@code TfLiteQuantizationParams}: float scale, int32_t zero_point. */
  static final StructLayout QUANTISATION = MemoryLayout.structLayout(JAVA_FLOAT, JAVA_INT);

  /**
   * {@code TfLiteXNNPackDelegateOptions}, larger than it is: it comes back through a hidden
   * pointer, for which too much room does no harm. Field 0 is int32_t num_threads.
   */
  static final StructLayout XNNPACK_OPTIONS =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(32, JAVA_LONG));

  /**
   * Loads the library, for good: it keeps threads and static objects, so unloading it gains
   * nothing, and opening the same file again gives the same library.
   */
  static TfLite load(Path library) {
    try {
      var symbols = SymbolLookup.libraryLookup(library, Arena.global());
      Chatter.quieten(symbols);
      return bind((name, shape) -> link(symbols, name, shape));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new ModelException(
          Code.NO_ENGINE,
          "%s: cannot be loaded (%s); it needs 64-bit Linux with glibc 2.34 or newer"
              .formatted(library, e.getMessage()),
          e);
    }
  }

  private static MethodHandle link(SymbolLookup symbols, String name, FunctionDescriptor shape) {
    return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), shape);
  }

  private interface Binder {
    MethodHandle bind(String name, FunctionDescriptor shape);
  }

  private static TfLite bind(Binder of) {
    var create = FunctionDescriptor.of(ADDRESS);
    var delete = FunctionDescriptor.ofVoid(ADDRESS);
    var status = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    var element = FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT);
    return new TfLite(
        of.bind(
            "TfLiteModelCreateWithErrorReporter",
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)),
        of.bind("TfLiteModelDelete", delete),
        of.bind("TfLiteInterpreterOptionsCreate", create),
        of.bind("TfLiteInterpreterOptionsDelete", delete),
        of.bind(
            "TfLiteInterpreterOptionsSetNumThreads", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT)),
        of.bind("TfLiteInterpreterOptionsAddDelegate", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS)),
        of.bind(
            "TfLiteInterpreterOptionsSetErrorReporter",
            FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS)),
        of.bind("TfLiteInterpreterCreate", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS)),
        of.bind("TfLiteInterpreterDelete", delete),
        of.bind("TfLiteInterpreterAllocateTensors", status),
        of.bind("TfLiteInterpreterInvoke", status),
        of.bind("TfLiteInterpreterGetInputTensorCount", status),
        of.bind("TfLiteInterpreterGetOutputTensorCount", status),
        of.bind("TfLiteInterpreterGetInputTensor", element),
        of.bind("TfLiteInterpreterGetOutputTensor", element),
        of.bind("TfLiteTensorType", status),
        of.bind("TfLiteTensorNumDims", status),
        of.bind("TfLiteTensorDim", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT)),
        of.bind("TfLiteTensorByteSize", FunctionDescriptor.of(JAVA_LONG, ADDRESS)),
        of.bind("TfLiteTensorData", FunctionDescriptor.of(ADDRESS, ADDRESS)),
        of.bind("TfLiteTensorQuantizationParams", FunctionDescriptor.of(QUANTISATION, ADDRESS)),
        of.bind("TfLiteXNNPackDelegateOptionsDefault", FunctionDescriptor.of(XNNPACK_OPTIONS)),
        of.bind("TfLiteXNNPackDelegateCreate", FunctionDescriptor.of(ADDRESS, ADDRESS)),
        of.bind("TfLiteXNNPackDelegateDelete", delete));
  }
}
