package org.fieldstation.station.now;

import org.fieldstation.drivers.Quantity;

/** Something on the {@link Bulletin} that is not what it was. */
public sealed interface News {

  /** A sensor gave a value. */
  record Measured(String sensor, Quantity quantity) implements News {}

  /** A sensor gave a value of a quantity for the first time. */
  record Appeared(String sensor, Quantity quantity) implements News {}

  /** A window was judged. */
  record Judged() implements News {}

  /** Something was named. */
  record Named() implements News {}

  /** A camera saw something. */
  record Saw() implements News {}

  /** An urgent record was written. */
  record Urgent() implements News {}

  /** A path began to listen or to look, or a fault came or was cleared. */
  record Condition() implements News {}

  /** The configuration or a command of a server came a step further. */
  record Remote() implements News {}

  /** A package of software beside the station's own release stands otherwise. */
  record Software() implements News {}
}
