package org.fieldstation.drivers.recording.wav;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import org.fieldstation.drivers.recording.format.AudioFile;
import org.jspecify.annotations.Nullable;

/**
 * Everything before the samples of a WAV file.
 *
 * @param start where the samples begin, in bytes
 * @param frames whole frames that are really there
 * @param cut whether the file ends before its header says
 */
record WavHeader(WavFormat format, long start, long frames, boolean cut) {

  /** More chunks than any recorder writes; a file of nothing but headers must not hold us up. */
  private static final int MOST_CHUNKS = 1_000;

  /** "fmt ", "data" and "ds64" as little-endian numbers. */
  private static final int FMT = 0x20746d66;

  private static final int DATA = 0x61746164;
  private static final int DS64 = 0x34367364;
  private static final int WAVE = 0x45564157;

  /** What a writer puts for a size it does not know yet, or that does not fit (EBU Tech 3306). */
  private static final long UNKNOWN = 0xffff_ffffL;

  static WavHeader read(AudioFile file) {
    var riff = bytes(file, 0, 12);
    if (riff.remaining() < 12 || riff.getInt(8) != WAVE) {
      throw file.damaged("begins like a WAV file and is not one; leave it out");
    }
    WavFormat format = null;
    long longSize = UNKNOWN;
    long at = 12;
    for (int chunks = 0; chunks < MOST_CHUNKS && at + 8 <= file.size(); chunks++) {
      var chunk = bytes(file, at, 8 + WavFormat.LONGEST);
      long size = chunk.getInt(4) & UNKNOWN;
      int id = chunk.getInt(0);
      chunk.position(8);
      if (id == DATA) {
        return data(file, format, at + 8, size == UNKNOWN ? longSize : size);
      }
      var body = chunk.slice(8, (int) Math.min(size, chunk.remaining())).order(LITTLE_ENDIAN);
      if (id == FMT) {
        format = WavFormat.read(body, file);
      } else if (id == DS64 && body.remaining() >= 16) {
        longSize = body.getLong(8); // after the RIFF size
      }
      at += 8 + size + (size & 1); // chunks are padded to an even length
    }
    throw file.damaged("has no sound chunk; the recorder was stopped before it wrote one");
  }

  private static WavHeader data(AudioFile file, @Nullable WavFormat format, long start, long size) {
    if (format == null) {
      throw file.damaged("has sound and does not say in which format; leave it out");
    }
    long there = file.size() - start;
    boolean unknown = size == UNKNOWN || size < 0 || (size == 0 && !chunkAt(file, start));
    long used = unknown ? there : Math.min(size, there);
    boolean cut = unknown ? there % format.frameBytes() != 0 : size > there;
    return new WavHeader(format, start, used / format.frameBytes(), cut);
  }

  /** Whether after a size of 0 comes another chunk, and not the sound of an unfinished file. */
  private static boolean chunkAt(AudioFile file, long at) {
    var next = bytes(file, at, 8);
    if (next.remaining() < 8) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (next.get(i) < ' ' || next.get(i) > '~') {
        return false;
      }
    }
    return at + 8 + (next.getInt(4) & UNKNOWN) <= file.size();
  }

  private static ByteBuffer bytes(AudioFile file, long at, int count) {
    var bytes = ByteBuffer.allocate(count).order(LITTLE_ENDIAN);
    file.seek(at);
    file.read(bytes);
    return bytes;
  }
}
