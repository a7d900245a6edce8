package org.fieldstation.station.look;

import java.util.Arrays;
import java.util.Optional;
import org.fieldstation.drivers.picture.Pixels;
import org.fieldstation.models.image.Region;

/**
 * What a place looks like when nothing is there, cell by cell, and how far each cell strays by
 * itself: grass in the wind strays far, a trunk does not. What strays farther than its cell is used
 * to has moved.
 *
 * <p>Clouds and the camera's own exposure change all cells by one factor: the middle of all factors
 * is taken out first. A change of most of the picture at once is the light, or the camera was
 * turned, and the new view is learned. An animal that lies down becomes background after a few
 * minutes.
 */
final class Background {
  private static final double LEARN_SECONDS = 20;
  private static final double LEARN_MOVING_SECONDS = 180;

  /** Luma steps that sensor noise and JPEG make by themselves. */
  private static final double LEAST = 10;

  private static final double STRAYS = 4;
  private static final double WHITE = 255;
  private static final double MOST = 0.6;
  private static final double FOR_EVER = 1e9;
  private static final int FIRST_FRAMES = 4;

  private final int across;
  private final int down;
  private final double[] usual;
  private final double[] stray;
  private int seen;

  Background(int across, int down) {
    this.across = across;
    this.down = down;
    usual = new double[across * down];
    stray = new double[across * down];
  }

  boolean fits(Pixels cells) {
    return cells.width() == across && cells.height() == down;
  }

  /**
   * Compares a picture with what is usual, and learns from it.
   *
   * @param cells the picture, one pixel a cell
   * @param seconds since the last one
   */
  Movement see(Pixels cells, double seconds) {
    var luma = Arrays.stream(cells.rgb()).mapToDouble(Pixels::luma).toArray();
    if (seen == 0) {
      System.arraycopy(luma, 0, usual, 0, luma.length);
    }
    double light = light(luma);
    var moves = new boolean[luma.length];
    int moving = 0;
    for (int i = 0; i < luma.length; i++) {
      double change = Math.abs(luma[i] - expected(i, light));
      moves[i] = change > Math.max(LEAST, STRAYS * stray[i]);
      moving += moves[i] ? 1 : 0;
    }
    double part = (double) moving / luma.length;
    boolean another = part > MOST;
    learn(luma, light, another ? new boolean[luma.length] : moves, another ? FOR_EVER : seconds);
    seen++;
    return seen <= FIRST_FRAMES || another || moving == 0
        ? Movement.NONE
        : new Movement(part, Optional.of(around(moves)));
  }

  /** By what factor most cells are brighter than usual. */
  private double light(double[] luma) {
    var factors = new double[luma.length];
    for (int i = 0; i < luma.length; i++) {
      factors[i] = (luma[i] + 1) / (usual[i] + 1);
    }
    Arrays.sort(factors);
    return factors[factors.length / 2];
  }

  private void learn(double[] luma, double light, boolean[] moves, double seconds) {
    for (int i = 0; i < luma.length; i++) {
      double rate = 1 - Math.exp(-seconds / (moves[i] ? LEARN_MOVING_SECONDS : LEARN_SECONDS));
      if (!moves[i]) {
        stray[i] += rate * (Math.abs(luma[i] - expected(i, light)) - stray[i]);
      }
      usual[i] += Math.max(rate, seen < FIRST_FRAMES ? 0.5 : 0) * (luma[i] - usual[i]);
    }
  }

  /** What a cell shows when nothing is there; a sensor has no more than white. */
  private double expected(int cell, double light) {
    return Math.min(WHITE, usual[cell] * light);
  }

  private Region around(boolean[] moves) {
    int left = across;
    int top = down;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < moves.length; i++) {
      if (moves[i]) {
        left = Math.min(left, i % across);
        right = Math.max(right, i % across + 1);
        top = Math.min(top, i / across);
        bottom = Math.max(bottom, i / across + 1);
      }
    }
    return new Region(
        (double) left / across,
        (double) top / down,
        (double) (right - left) / across,
        (double) (bottom - top) / down);
  }
}
