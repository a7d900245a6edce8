package org.fieldstation.drivers;

/**
 * Something that says when there may be something to look at, and nothing else: a passive infrared
 * detector, a light barrier, a geophone.
 */
public interface Trigger {

  /** What it is and where, the same after every restart. */
  String name();

  /** Tells this listener too, from now on, from a thread of its own. The listener must be quick. */
  void listen(Listener listener);

  /** Who is told. */
  @FunctionalInterface
  interface Listener {

    /**
     * There may be something.
     *
     * @param nanos when, on the station's clock that never steps
     */
    void fired(long nanos);
  }
}
