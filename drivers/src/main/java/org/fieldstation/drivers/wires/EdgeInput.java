package org.fieldstation.drivers.wires;

/** A pin whose edges are reported one by one: a reed switch, a hall sensor, a PIR. */
public interface EdgeInput {

  /** The chip and the line, for instance {@code pinctrl-rp1/17}. */
  String name();

  /**
   * Reports every active edge from now on, in order, from a thread of its own. The listener must be
   * quick.
   */
  void listen(Listener listener);

  /** Who is told of edges. */
  @FunctionalInterface
  interface Listener {
    /**
     * One edge.
     *
     * @param nanos when the edge came, on a clock that never steps
     * @param sequence counts edges of this line from its opening; a gap is edges that were lost
     */
    void edge(long nanos, long sequence);
  }
}
