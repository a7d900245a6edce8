package org.fieldstation.station.look;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What makes a burst of frames an event. */
public sealed interface Trigger {
  String MOTION = "motion";
  String PIR = "pir";
  String EVERY_FRAME = "every-frame";

  /**
   * What in this look starts an event or goes on with it, in the word that records use. Every look
   * is asked once, in its order.
   */
  Optional<String> fires(Look look);

  /** Whether a look shows anything of an event that is going on. */
  default boolean shows(Look look) {
    return !look.gate().equals(Look.DAMAGED);
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
    public Optional<String> fires(Look look) {
      return look.movement().part() >= leastPart ? Optional.of(MOTION) : Optional.empty();
    }
  }

  /**
   * A warm body was felt. Frames in which nothing can be seen are no pictures of it: at night those
   * count that the lamp has lit.
   *
   * @param felt whether one is felt now, or has been since this was asked last
   */
  record Pir(BooleanSupplier felt) implements Trigger {
    @Override
    public Optional<String> fires(Look look) {
      return felt.getAsBoolean() ? Optional.of(PIR) : Optional.empty();
    }

    @Override
    public boolean shows(Look look) {
      return look.gate().isEmpty();
    }
  }

  /** Either of them: a lizard is not warm, and a deer may stand still. */
  record Both(Motion motion, Pir pir) implements Trigger {
    @Override
    public Optional<String> fires(Look look) {
      var warm = pir.fires(look); // asked first and always: what was felt must not wait
      return warm.isPresent() ? warm : motion.fires(look);
    }

    @Override
    public boolean shows(Look look) {
      return pir.shows(look);
    }
  }

  /** Every frame is one: pictures of a folder were each taken for a reason. */
  record EveryFrame() implements Trigger {
    @Override
    public Optional<String> fires(Look look) {
      return shows(look) ? Optional.of(EVERY_FRAME) : Optional.empty();
    }
  }
}
