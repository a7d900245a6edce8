package org.fieldstation.drivers.wires;

/** A pin whose edges are reported one by one: a reed switch, a hall sensor, a PIR. */
public interface EdgeInput {

  /** The chip and the line, for instance {@code pinctrl-rp1/17}. */
  String name();

  /**
   * Whether it is active now.
   *
   * @throws org.fieldstation.drivers.DeviceException LOST when its chip is gone
   */
  boolean active();

  /**
   * Reports every active edge from now on, in order, from a thread of its own. The listener must be
   * quick. A second listener takes the place of the first.
   */
  void listen(Listener listener);

  /** Who is told of edges. */
  @FunctionalInterface
  interface Listener {
    /**
     * It has become active.
     *
     * @param nanos when the edge came, on a clock that never steps
     * @param sequence counts edges of this line from its opening; a gap is edges that were lost
     */
    void edge(long nanos, long sequence);

    /** It is active no more; told only where the {@link Contact} asks for it. */
    default void released(long nanos, long sequence) {}
  }
}
