package org.fieldstation.drivers.recording.flac;

import java.util.OptionalLong;
import org.fieldstation.drivers.recording.format.AudioFile;
import org.fieldstation.drivers.recording.format.Decoder;

/** The decoder of FLAC files. */
public final class FlacDecoder implements Decoder {
  private final StreamInfo info;
  private final Frames frames;
  private int size;
  private int used;

  private FlacDecoder(StreamInfo info, Frames frames) {
    this.info = info;
    this.frames = frames;
  }

  public static FlacDecoder open(AudioFile file) {
    var info = StreamInfo.read(file);
    return new FlacDecoder(info, new Frames(file, info));
  }

  @Override
  public int rate() {
    return info.rate();
  }

  @Override
  public int channels() {
    return info.channels();
  }

  @Override
  public OptionalLong frames() {
    return info.frames() == 0 ? OptionalLong.empty() : OptionalLong.of(info.frames());
  }

  @Override
  public int read(float[] interleaved, int wanted) {
    int filled = 0;
    while (filled < wanted) {
      if (used == size) {
        size = frames.next();
        used = 0;
        if (size == 0) {
          break;
        }
      }
      int count = Math.min(wanted - filled, size - used);
      copy(interleaved, filled, count);
      filled += count;
      used += count;
    }
    return filled == 0 && wanted > 0 ? -1 : filled;
  }

  private void copy(float[] interleaved, int to, int count) {
    float scale = 1f / (1 << (info.bits() - 1));
    int channels = info.channels();
    for (int channel = 0; channel < channels; channel++) {
      int[] samples = frames.samples()[channel];
      for (int i = 0; i < count; i++) {
        interleaved[(to + i) * channels + channel] = samples[used + i] * scale;
      }
    }
  }

  @Override
  public boolean cut() {
    return frames.cut();
  }
}
