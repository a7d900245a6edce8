package org.fieldstation.station.link;

import org.fieldstation.station.journal.Lane;

/** Decides what may leave now. Asked only when something waits, so that "closed" means withheld. */
public interface Gate {

  /** For links that nobody counts. */
  Gate OPEN = new Unlimited(false);

  /** Lets everything through. */
  record Unlimited(boolean thrifty) implements Gate {
    @Override
    public Answer ask(Lane lane) {
      return new Answer.Open(Integer.MAX_VALUE);
    }

    @Override
    public void goes(Lane lane, int bytes) {}

    @Override
    public void tooLarge(Lane lane, int bytes) {}

    @Override
    public void ended(boolean well) {}
  }

  /** Whether something of a lane may leave. */
  sealed interface Answer {
    /** It may, up to so many bytes. */
    record Open(int bytes) implements Answer {}

    /**
     * It has to wait.
     *
     * @param code a stable word, for instance {@code withheld-budget}
     * @param why one line for a person
     */
    record Closed(String code, String why) implements Answer {}
  }

  Answer ask(Lane lane);

  /** Whether the link is paid by the byte, so that few bytes matter more than little time. */
  boolean thrifty();

  /** So many bytes of a lane go out now. They count whether or not they arrive. */
  void goes(Lane lane, int bytes);

  /** What comes next in a lane is larger than the gate is open, so it waits. */
  void tooLarge(Lane lane, int bytes);

  /** The last that went out was confirmed, or not. */
  void ended(boolean well);
}
