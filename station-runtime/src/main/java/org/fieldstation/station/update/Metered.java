package org.fieldstation.station.update;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.fieldstation.ota.Repository;

/** A repository that is read only as far as the budget goes, and goes on from there later. */
record Metered(Repository repository, Budget budget) implements Repository {

  /** So much is asked for and told at a time. */
  private static final int SLICE = 16 << 10;

  @Override
  public Optional<InputStream> open(String name, long from) throws IOException {
    if (budget.left() <= 0) {
      throw spent();
    }
    return repository.open(name, from).map(Counted::new);
  }

  private static IOException spent() {
    return new IOException("the link's budget is used up for now");
  }

  private final class Counted extends FilterInputStream {
    private int untold;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0; // readNBytes asks so when it is full
      }
      int most = Math.min(Math.min(length, SLICE), budget.left() - untold);
      if (most <= 0) {
        throw spent();
      }
      int got = super.read(bytes, offset, most);
      untold += Math.max(0, got);
      if (untold >= SLICE) {
        tell();
      }
      return got;
    }

    @Override
    public void close() throws IOException {
      tell();
      super.close();
    }

    private void tell() {
      if (untold > 0) {
        budget.spent(untold);
        untold = 0;
      }
    }
  }
}
