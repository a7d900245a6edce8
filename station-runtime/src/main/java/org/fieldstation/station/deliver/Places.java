package org.fieldstation.station.deliver;

/**
 * How many parcels may be under way at once. RFC 7252 §4.7 allows more than one request (NSTART)
 * where something makes it fewer on a link that cannot carry them: here answers that come only
 * after a repetition, several of them in a row. A single one is a lost packet, of which a radio
 * link has many; fewer parcels would not help it.
 */
final class Places {

  /** Three datagrams of 1200 bytes fill 20 kbit/s at a round trip of 600 ms twice over. */
  private static final int MOST = 3;

  private static final int LATE_IN_A_ROW = 3;
  private static final int PROMPT_IN_A_ROW = 4;

  private int open = 2;
  private int late;
  private int prompt;

  /** How many there are now, one at least. */
  int open() {
    return open;
  }

  /** A parcel was answered. */
  void answered(boolean promptly) {
    late = promptly ? 0 : late + 1;
    prompt = promptly ? prompt + 1 : 0;
    if (late == LATE_IN_A_ROW) {
      open = Math.max(1, open - 1);
      late = 0;
    }
    if (prompt == PROMPT_IN_A_ROW) {
      open = Math.min(MOST, open + 1);
      prompt = 0;
    }
  }
}
