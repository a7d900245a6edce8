package org.fieldstation.drivers.recording.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.fieldstation.drivers.recording.format.AudioFile;
import org.fieldstation.drivers.recording.format.Decoder;

/** The decoder of WAV files. */
public final class WavDecoder implements Decoder {
  private static final int BUFFER = 1 << 16;

  private final AudioFile file;
  private final WavHeader header;
  private final WavFormat format;
  private final ByteBuffer bytes;
  private long done;
  private boolean cut;

  private WavDecoder(AudioFile file, WavHeader header) {
    this.file = file;
    this.header = header;
    format = header.format();
    cut = header.cut();
    int frames = Math.max(1, BUFFER / format.frameBytes());
    bytes = ByteBuffer.allocate(frames * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  public static WavDecoder open(AudioFile file) {
    var decoder = new WavDecoder(file, WavHeader.read(file));
    file.seek(decoder.header.start());
    return decoder;
  }

  @Override
  public int rate() {
    return format.rate();
  }

  @Override
  public int channels() {
    return format.channels();
  }

  @Override
  public OptionalLong frames() {
    return OptionalLong.of(header.frames());
  }

  @Override
  public int read(float[] interleaved, int frames) {
    int filled = 0;
    while (filled < frames && done < header.frames()) {
      int got = readPart(interleaved, filled, frames - filled);
      filled += got;
      done += got;
      if (got == 0) {
        cut = true; // the file became shorter while it was read
        break;
      }
    }
    return filled == 0 ? -1 : filled;
  }

  private int readPart(float[] interleaved, int filled, int wanted) {
    long left = Math.min(wanted, header.frames() - done);
    int frames = (int) Math.min(left, bytes.capacity() / format.frameBytes());
    bytes.clear().limit(frames * format.frameBytes());
    int got = file.read(bytes) / format.frameBytes();
    int samples = got * format.channels();
    int to = filled * format.channels();
    format.samples().decode(bytes, interleaved, to, samples);
    if (format.samples().floating()) {
      refuseNonsense(interleaved, to, samples);
    }
    return got;
  }

  private void refuseNonsense(float[] samples, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!Float.isFinite(samples[i])) {
        long frame = done + (i - from) / format.channels();
        throw file.damaged("has a sample that is not a number at frame " + frame);
      }
    }
  }

  @Override
  public boolean cut() {
    return cut;
  }
}
