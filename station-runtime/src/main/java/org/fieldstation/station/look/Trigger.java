package org.fieldstation.station.look;

import java.util.Locale;
import java.util.function.BooleanSupplier;

/** What makes a burst of frames an event. */
public sealed interface Trigger {

  /** Whether this look starts one, or goes on with it. */
  boolean fires(Look look);

  /** The word that records use. */
  default String word() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Enough of the picture has moved.
   *
   * @param leastPart of the picture, 0 to 1
   */
  record Motion(double leastPart) implements Trigger {
    public Motion {
      if (!(leastPart > 0 && leastPart < 1)) {
        throw new IllegalArgumentException("least-part must be above 0 and below 1");
      }
    }

    @Override
    public boolean fires(Look look) {
      return look.movement().part() >= leastPart;
    }
  }

  /**
   * A warm body was felt.
   *
   * @param pir whether its contact has closed since it was asked last
   */
  record Pir(BooleanSupplier pir) implements Trigger {
    @Override
    public boolean fires(Look look) {
      return pir.getAsBoolean();
    }
  }

  /** Every frame is one: pictures of a folder were each taken for a reason. */
  record EveryFrame() implements Trigger {
    @Override
    public boolean fires(Look look) {
      return !look.gate().equals(Look.DAMAGED);
    }
  }
}
