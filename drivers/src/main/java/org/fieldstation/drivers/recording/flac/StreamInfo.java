package org.fieldstation.drivers.recording.flac;

import java.nio.ByteBuffer;
import org.fieldstation.drivers.recording.format.AudioFile;

/**
 * What a FLAC file says of itself (RFC 9639, 8.2).
 *
 * @param largestBlock frames in the largest block
 * @param frames number of frames, 0 when the writer did not know
 */
record StreamInfo(int largestBlock, int rate, int channels, int bits, long frames) {
  private static final int LENGTH = 34;

  /** Lines are drawn at what {@code int} arithmetic can hold; field recorders write 16 or 24. */
  private static final int MOST_BITS = 24;

  /** Reads it and leaves the file at the first frame. */
  static StreamInfo read(AudioFile file) {
    var start = bytes(file, 4, 4 + LENGTH);
    if (start.remaining() < 4 + LENGTH || (start.getInt(0) & 0x7fff_ffff) != LENGTH) {
      throw file.damaged("begins like FLAC and has no stream description; leave it out");
    }
    long packed = start.getLong(4 + 10);
    var info =
        new StreamInfo(
            start.getShort(4 + 2) & 0xffff,
            (int) (packed >>> 44),
            (int) (packed >>> 41 & 7) + 1,
            (int) (packed >>> 36 & 31) + 1,
            packed & 0xf_ffff_ffffL);
    if (info.largestBlock < 16) {
      throw file.damaged("says its blocks have " + info.largestBlock + " frames; leave it out");
    }
    if (info.bits > MOST_BITS) {
      throw file.unsupported("has samples of " + info.bits + " bits; convert it to 24 or 16");
    }
    boolean last = start.get(0) < 0;
    file.seek(last ? 8 + LENGTH : firstFrame(file));
    return info;
  }

  /** Where the frames begin, behind pictures, tags and seek tables. */
  private static long firstFrame(AudioFile file) {
    long at = 8 + LENGTH;
    while (true) {
      var header = bytes(file, at, 4);
      if (header.remaining() < 4) {
        return file.size(); // cut in its metadata: no sound
      }
      at += 4 + (header.getInt(0) & 0xff_ffff);
      if (header.get(0) < 0) {
        return at;
      }
    }
  }

  private static ByteBuffer bytes(AudioFile file, long at, int count) {
    var bytes = ByteBuffer.allocate(count);
    file.seek(at);
    file.read(bytes);
    return bytes;
  }
}
