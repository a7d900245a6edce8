package org.fieldstation.station.journal;

/** What a record is about. The code is what is stored and sent: never reuse one. */
public enum Kind {
  /** The station started: software, cause. */
  BOOT(1),
  /** What later records refer to: model, thresholds, software, configuration. */
  CONTEXT(2),
  /** A sound or a species was named. */
  DETECTION(3),
  /** What a sensor did for a stretch of time. */
  EFFORT(4),
  /** Something broke, and what was done about it. */
  FAULT(5),
  /** The clock was stepped, which corrects earlier records. */
  CLOCK(6),
  /** What a sensor measured at one moment. */
  READING(7),
  /** A contact on a pin closed or opened: a lid, a button, a motion detector. */
  CONTACT(24),
  /** A candidate that was not told, and why: a sample of them. */
  REJECTION(16),
  /** A model was taken into use, refused, tested, sent to rest or taken back. */
  MODEL(17),
  /** What a model made of a sound before it named it. */
  EMBEDDING(18),
  /** A release of this software was tried, and how that ended. */
  UPDATE(20),
  /** A server asked for something, or none answered: what was done and what came of it. */
  REMOTE(30),
  /** A camera saw something move: what it was, and which files show it. */
  EVENT(40),
  /** A file that shows an event: its hash, and whether it may leave. */
  MEDIUM(41);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The kind with that code. */
  public static Kind of(int code) {
    for (var kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of record has code " + code);
  }
}
