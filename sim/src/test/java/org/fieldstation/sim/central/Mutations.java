package org.fieldstation.sim.central;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Packets made from real ones by changing some bits, cutting, lengthening; or drawn. */
record Mutations(RandomGenerator random, List<byte[]> real) {
  private static final int LARGEST = 1_400;
  private static final int MOST_FLIPS = 4;

  /** The next; unchanged ones are replays. */
  byte[] next() {
    if (random.nextInt(8) == 0) {
      var drawn = new byte[random.nextInt(LARGEST)];
      random.nextBytes(drawn);
      return drawn;
    }
    var bytes = real.get(random.nextInt(real.size())).clone();
    for (int n = random.nextInt(MOST_FLIPS); n > 0 && bytes.length > 0; n--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> longer(bytes);
      default -> bytes;
    };
  }

  private byte[] longer(byte[] bytes) {
    var more = new byte[random.nextInt(64)];
    random.nextBytes(more);
    var all = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, all, bytes.length, more.length);
    return all;
  }

  /** How many packets a test sends: a sample, or in the long job a million. */
  static int count() {
    return Integer.getInteger(
        "fieldstation.packets", Boolean.getBoolean("fieldstation.long") ? 1_000_000 : 20_000);
  }

  /** Bytes of the heap that are in use, as well as one can know. */
  static long heap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
