package org.fieldstation.ota.delta;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Packs a file for the air, alone or against an older one the station has. Unpacking promises
 * nothing: whoever reads must stop at the signed length and compare the hash of the result.
 */
public final class Zstd {
  /** Larger files are not packed against others: the older one has to fit into memory. */
  public static final int LARGEST_BASE = 32 << 20;

  /** More than this a small station could not unpack; the format then refuses by itself. */
  private static final int MOST_WINDOW_LOG = 26;

  private static final int LEAST_WINDOW_LOG = 10;

  /** The smallest that a small station can still unpack: packed once, carried to many. */
  public static final int SMALL = 19;

  /** For tests and hurried people. */
  public static final int QUICK = 3;

  private Zstd() {}

  /** Packs with as much effort as {@code level} says, {@link #QUICK} to {@link #SMALL}. */
  public static byte[] pack(byte[] file, Optional<byte[]> older, int level) {
    try (var zstd = new ZstdCompressCtx()) {
      zstd.setLevel(level);
      zstd.setLong(windowLog(file.length + older.map(bytes -> bytes.length).orElse(0)));
      older.ifPresent(zstd::loadDict);
      return zstd.compress(file);
    }
  }

  /** As wide as old and new together, so that every part of the old file is in sight. */
  private static int windowLog(long bytes) {
    var bits = Long.SIZE - Long.numberOfLeadingZeros(bytes);
    return Math.clamp(bits, LEAST_WINDOW_LOG, MOST_WINDOW_LOG);
  }

  public static InputStream unpack(InputStream packed, Optional<byte[]> older) throws IOException {
    var in = new ZstdInputStream(packed);
    in.setLongMax(MOST_WINDOW_LOG);
    if (older.isPresent()) {
      in.setDict(older.get());
    }
    return in;
  }
}
