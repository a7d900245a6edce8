package org.fieldstation.drivers.wires;

import org.jspecify.annotations.Nullable;

/** A pin whose edges a test makes. */
public final class RecordingEdges implements EdgeInput {
  private @Nullable Listener listener;
  private long sequence;

  @Override
  public String name() {
    return "gpiochip0/17";
  }

  @Override
  public boolean active() {
    return false;
  }

  @Override
  public void listen(Listener told) {
    listener = told;
  }

  /** An edge at that time. */
  public void edge(long nanos) {
    if (listener != null) {
      listener.edge(nanos, ++sequence);
    }
  }

  /** Edges that the kernel had no room for. */
  public void lose(int edges) {
    sequence += edges;
  }
}
