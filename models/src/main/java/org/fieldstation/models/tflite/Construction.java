package org.fieldstation.models.tflite;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/** The steps by which an interpreter comes to be; each leaves behind how it is undone. */
record Construction(TfLite api, Arena arena, Complaints complaints, Teardown teardown) {
  /** A detector has four. */
  private static final int MOST_OUTPUTS = 8;

  /** Verifies the bytes and makes a {@code TfLiteModel*} that goes on using them. */
  MemorySegment model(ModelMemory memory) {
    try {
      var bytes = memory.bytes();
      var model =
          (MemorySegment)
              api.modelCreate()
                  .invokeExact(bytes, bytes.byteSize(), complaints.reporter(), MemorySegment.NULL);
      if (model.address() == 0) {
        throw refusal("not a TensorFlow Lite model, or a damaged one");
      }
      teardown.add(() -> release(api.modelDelete(), model));
      return model;
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  XnnPack xnnPack(int threads) {
    var xnnPack = new XnnPack(api, threads, arena);
    teardown.add(xnnPack::close);
    return xnnPack;
  }

  /** Makes a {@code TfLiteInterpreter*} with one input, its tensors allocated. */
  MemorySegment interpreter(MemorySegment model, XnnPack xnnPack, int threads) {
    try {
      var options = options(xnnPack, threads);
      var interpreter = (MemorySegment) api.interpreterCreate().invokeExact(model, options);
      api.optionsDelete().invokeExact(options);
      if (interpreter.address() == 0) {
        throw refusal("the model's graph cannot be built");
      }
      teardown.add(() -> release(api.interpreterDelete(), interpreter));
      int inputs = (int) api.inputCount().invokeExact(interpreter);
      int outputs = outputs(interpreter);
      if ((int) api.allocateTensors().invokeExact(interpreter) != 0) {
        throw refusal("the model's tensors cannot be laid out");
      }
      if (inputs != 1 || outputs < 1 || outputs > MOST_OUTPUTS) {
        throw new ModelException(
            Code.WRONG_SHAPE,
            "the model has %d inputs and %d outputs; one input and one to eight outputs can be used"
                .formatted(inputs, outputs));
      }
      return interpreter;
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  /** How many outputs an interpreter has. */
  int outputs(MemorySegment interpreter) {
    try {
      return (int) api.outputCount().invokeExact(interpreter);
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  /** A tensor of an interpreter, where it is at this moment. */
  static MemorySegment tensor(MethodHandle get, MemorySegment interpreter, int index) {
    try {
      var tensor = (MemorySegment) get.invokeExact(interpreter, index);
      if (tensor.address() == 0) {
        throw new ModelException(Code.FAILED, "the model has lost a tensor");
      }
      return tensor;
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }

  private MemorySegment options(XnnPack xnnPack, int threads) throws Throwable {
    var options = (MemorySegment) api.optionsCreate().invokeExact();
    api.optionsThreads().invokeExact(options, threads);
    api.optionsReporter().invokeExact(options, complaints.reporter(), MemorySegment.NULL);
    api.optionsAddDelegate().invokeExact(options, xnnPack.pointer());
    return options;
  }

  private ModelException refusal(String what) {
    var said = complaints.take();
    // The wording of tensorflow/lite/core/subgraph.cc and interpreter_builder.cc, version 2.20.
    var unknown =
        said.contains("unresolved custom op")
            || said.contains("builtin_code out of range")
            || said.contains("Didn't find op for builtin opcode")
            || said.contains("Select TensorFlow op");
    return new ModelException(
        unknown ? Code.UNKNOWN_OPERATOR : Code.DAMAGED, said.isEmpty() ? what : what + ": " + said);
  }

  private static void release(MethodHandle delete, MemorySegment object) {
    try {
      delete.invokeExact(object);
    } catch (Throwable e) {
      throw Native.broken(e);
    }
  }
}
