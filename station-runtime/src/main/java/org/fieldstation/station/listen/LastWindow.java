package org.fieldstation.station.listen;

/**
 * What to do with the sound after the last whole window of an unbroken stretch.
 *
 * @param least the part of a hop that must be there, from 0 to 1, for it to be filled up with
 *     silence and heard; more than 1 never is. A stretch shorter than one window is always filled
 *     up unless nothing ever is.
 */
public record LastWindow(double least) {
  /** Only whole windows: for a station, whose sound goes on. */
  public static final LastWindow DROPPED = new LastWindow(Double.POSITIVE_INFINITY);

  /** Half a hop is worth a window of its own: for recordings. */
  public static final LastWindow FILLED_UP = new LastWindow(0.5);

  boolean wants(int unheard, int hop, boolean first) {
    return unheard > 0 && least <= 1 && (first || unheard >= least * hop);
  }
}
