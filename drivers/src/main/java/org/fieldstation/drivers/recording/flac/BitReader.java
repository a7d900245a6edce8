package org.fieldstation.drivers.recording.flac;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.fieldstation.drivers.recording.format.AudioFile;

/**
 * Bits out of a file, most significant first, with a running checksum of the bytes used up.
 *
 * <p>The cache holds the next bits left-aligned, {@code cached} of them for certain; below them may
 * stand further bits of the same file, which the next fill writes again.
 */
final class BitReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final AudioFile file;
  private final byte[] bytes = new byte[1 << 16];
  private final Crc crc8 = Crc.crc8();
  private final Crc crc16 = Crc.crc16();
  private int next;
  private int limit;
  private long cache;
  private int cached;
  private int crc;
  private int crcFrom;

  BitReader(AudioFile file) {
    this.file = file;
  }

  /** Reads up to 32 bits as an unsigned number. */
  long unsigned(int count) throws EndOfFile {
    if (count == 0) {
      return 0;
    }
    need(count);
    long value = cache >>> (64 - count);
    skip(count);
    return value;
  }

  /** Reads 1 to 32 bits as a two's complement number. */
  int signed(int count) throws EndOfFile {
    need(count);
    int value = (int) (cache >> (64 - count));
    skip(count);
    return value;
  }

  /** Counts the zeros before the next one, and swallows that one. */
  int unary() throws EndOfFile {
    int zeros = 0;
    while (true) {
      need(1);
      int here = Long.numberOfLeadingZeros(cache);
      if (here < cached) {
        skip(here + 1);
        return zeros + here;
      }
      zeros += cached;
      skip(cached);
    }
  }

  boolean atEnd() {
    if (cached == 0) {
      fill();
    }
    return cached == 0;
  }

  /** Skips to the next whole byte. */
  void align() {
    skip(cached & 7);
  }

  /** Begins the checksums at the next byte. */
  void startCrc() {
    crc = 0;
    crcFrom = used();
  }

  /** CRC-8 since the start; only for the few bytes of a header, which are still in the buffer. */
  int headerCrc() {
    return crc8.update(0, bytes, crcFrom, used());
  }

  /** CRC-16 since the start. */
  int frameCrc() {
    crc = crc16.update(crc, bytes, crcFrom, used());
    crcFrom = used();
    return crc;
  }

  /** Makes sure that the next {@code count} bytes lie in the buffer, if the file has them. */
  void keep(int count) {
    if (limit - used() < count) {
      refill();
    }
  }

  private int used() {
    return next - (cached >>> 3);
  }

  private void skip(int count) {
    cache = count == 64 ? 0 : cache << count;
    cached -= count;
  }

  private void need(int count) throws EndOfFile {
    if (cached < count) {
      fill();
      if (cached < count) {
        throw new EndOfFile();
      }
    }
  }

  private void fill() {
    if (limit - next < 8) {
      refill();
    }
    if (limit - next >= 8) {
      cache |= (long) LONG.get(bytes, next) >>> cached;
      int taken = (63 - cached) >>> 3;
      next += taken;
      cached += taken << 3;
      return;
    }
    while (cached <= 56 && next < limit) {
      cache |= (bytes[next++] & 0xffL) << (56 - cached);
      cached += 8;
    }
  }

  private void refill() {
    int used = used();
    crc = crc16.update(crc, bytes, Math.min(crcFrom, used), used);
    crcFrom = 0;
    System.arraycopy(bytes, used, bytes, 0, limit - used);
    next -= used;
    limit -= used;
    limit += file.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
  }
}
