package org.fieldstation.drivers.pi;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/** Pi4J's event, with what the kernel knows and Pi4J has no place for. */
public final class Edge extends DigitalStateChangeEvent<DigitalInput> {
  private final long nanos;
  private final long sequence;

  /**
   * An edge.
   *
   * @param nanos when it came, on a clock that never steps
   * @param sequence counts the edges of this line; a gap is edges that were lost
   */
  public Edge(DigitalInput input, DigitalState state, long nanos, long sequence) {
    super(input, state);
    this.nanos = nanos;
    this.sequence = sequence;
  }

  public long nanos() {
    return nanos;
  }

  public long sequence() {
    return sequence;
  }
}
