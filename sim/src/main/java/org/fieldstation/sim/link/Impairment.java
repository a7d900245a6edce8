package org.fieldstation.sim.link;

import java.time.Duration;

/**
 * What a link does to the packets of one direction.
 *
 * @param loss share of packets that vanish
 * @param delay that every packet suffers
 * @param duplication share of packets that arrive twice
 * @param reordering share of packets that are held back until later ones have passed
 */
public record Impairment(double loss, Duration delay, double duplication, double reordering) {

  /** A cable. */
  public static final Impairment NONE = new Impairment(0, Duration.ZERO, 0, 0);

  /** No link at all. */
  public static final Impairment BLACKOUT = new Impairment(1, Duration.ZERO, 0, 0);
}
