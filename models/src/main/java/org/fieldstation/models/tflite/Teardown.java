package org.fieldstation.models.tflite;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be released, last come first gone: interpreter, delegate, model, then their memory. */
final class Teardown implements AutoCloseable {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  void add(Runnable step) {
    steps.push(step);
  }

  @Override
  public void close() {
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }
}
