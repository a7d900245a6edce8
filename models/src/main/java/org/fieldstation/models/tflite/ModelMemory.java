package org.fieldstation.models.tflite;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.fieldstation.models.Sha256;

/**
 * A model's bytes outside the Java heap, where TensorFlow Lite can use them as long as it wants and
 * nobody else can change them.
 */
public final class ModelMemory implements AutoCloseable {
  /** TensorFlow Lite wants its buffers on 16 bytes, XNNPACK likes a cache line. */
  private static final long ALIGNMENT = 64;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment bytes;
  private final String sha256;

  private ModelMemory(InputStream in, long size) throws IOException {
    try {
      bytes = arena.allocate(size, ALIGNMENT);
      var sum = new Sha256();
      var block = new byte[1 << 16];
      long filled = 0;
      for (int n = in.read(block); n >= 0 && filled + n <= size; n = in.read(block)) {
        MemorySegment.copy(MemorySegment.ofArray(block), 0, bytes, filled, n);
        sum.add(ByteBuffer.wrap(block, 0, n));
        filled += n;
      }
      if (filled != size || in.read() >= 0) {
        throw new IOException("its length changed while it was read");
      }
      sha256 = sum.hex();
    } catch (Throwable e) {
      arena.close();
      throw e;
    }
  }

  /**
   * Reads a model.
   *
   * @param size bytes that the stream holds
   * @throws IOException also when it holds fewer or more
   */
  public static ModelMemory read(InputStream in, long size) throws IOException {
    return new ModelMemory(in, size);
  }

  /** Hash of exactly the bytes that TensorFlow Lite will see. */
  public String sha256() {
    return sha256;
  }

  MemorySegment bytes() {
    return bytes;
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
