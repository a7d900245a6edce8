package org.fieldstation.station.update;

/** How much of the link an update may use. A download that has used it up goes on another day. */
public interface Budget {

  /** For links that nobody counts. */
  Budget OPEN =
      new Budget() {
        @Override
        public int left() {
          return Integer.MAX_VALUE;
        }

        @Override
        public void spent(int bytes) {}
      };

  /** Bytes that may come now; 0 when an update has to wait. */
  int left();

  /** So many have come. */
  void spent(int bytes);
}
