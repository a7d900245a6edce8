package org.fieldstation.models.tflite;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.ModelException.Code;

/**
 * One model, ready to run, with one input and one or more outputs.
 *
 * <p>It is meant for one thread; the lock, which costs nothing beside an inference, turns a mistake
 * about that, or a close in the middle of a run, into an exception instead of a dead process.
 */
public final class Interpreter implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Teardown teardown = new Teardown();
  private final TfLite api;
  private final Complaints complaints;
  private final MemorySegment interpreter;
  private final Delegation delegation;
  private final Port input;
  private final List<Port> outputs = new ArrayList<>();
  private boolean closed;

  Interpreter(TfLite api, ModelMemory memory, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("an inference needs at least one thread, not " + threads);
    }
    this.api = api;
    try {
      teardown.add(memory::close);
      GraphCheck.check(memory.bytes());
      var arena = Arena.ofShared();
      teardown.add(arena::close);
      complaints = new Complaints(arena);
      var construction = new Construction(api, arena, complaints, teardown);
      var model = construction.model(memory);
      var xnnPack = construction.xnnPack(threads);
      interpreter = construction.interpreter(model, xnnPack, threads);
      delegation = xnnPack.delegation();
      var tensors = new Tensors(api);
      input = new Port(tensors, () -> Construction.tensor(api.inputTensor(), interpreter, 0));
      input.write(new float[input.shape().elements()]);
      invoke();
      for (int i = 0; i < construction.outputs(interpreter); i++) {
        int index = i;
        outputs.add(
            new Port(tensors, () -> Construction.tensor(api.outputTensor(), interpreter, index)));
      }
    } catch (Throwable e) {
      teardown.close();
      throw e;
    }
  }

  public TensorShape input() {
    return input.shape();
  }

  /** The output of a model that has one; its first where it has several. */
  public TensorShape output() {
    return outputs.getFirst().shape();
  }

  /** What each output gives, in the model's order. */
  public List<TensorShape> outputs() {
    return outputs.stream().map(Port::shape).toList();
  }

  public Delegation delegation() {
    return delegation;
  }

  /**
   * Runs the model once. Numbers are quantised and back by the tensors' own parameters.
   *
   * @param from as many numbers as the input has elements
   * @param to room for as many as each output has; outputs without such room are not read
   * @throws ModelException FAILED when the model does
   */
  public void run(float[] from, float[]... to) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("this interpreter is closed");
      }
      input.write(from);
      invoke();
      for (int i = 0; i < to.length; i++) {
        outputs.get(i).read(to[i]);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      teardown.close();
    } finally {
      lock.unlock();
    }
  }

  private void invoke() {
    int status;
    try {
      status = (int) api.invoke().invokeExact(interpreter);
    } catch (Throwable e) {
      throw Native.broken(e);
    }
    if (status != 0) {
      throw new ModelException(
          Code.FAILED, "the model failed with status %d: %s".formatted(status, complaints.take()));
    }
  }
}
