package org.fieldstation.drivers.recording;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.fieldstation.drivers.Channel;
import org.fieldstation.drivers.recording.flac.FlacDecoder;
import org.fieldstation.drivers.recording.format.AudioFile;
import org.fieldstation.drivers.recording.format.Decoder;
import org.fieldstation.drivers.recording.vorbis.VorbisDecoder;
import org.fieldstation.drivers.recording.wav.WavDecoder;

/**
 * A file of recorded sound, opened to be heard from its beginning as mono. It is read as it is
 * played, so that a recording of a day takes no more memory than one of a second.
 */
public final class Recording implements AutoCloseable {

  /** Faster than any recorder in the field; a header that says more was not written by one. */
  private static final int HIGHEST_RATE = 1_600_000;

  private static final int MOST_CHANNELS = 64;

  private final AudioFile file;
  private final Decoder decoder;
  private final Channel channel;
  private float[] interleaved = new float[0];

  private Recording(AudioFile file, Decoder decoder, Channel channel) {
    this.file = file;
    this.decoder = decoder;
    this.channel = channel;
  }

  /**
   * Opens a WAV, FLAC or Ogg Vorbis file; what it is, is read from its first bytes and not from its
   * name.
   *
   * @throws org.fieldstation.drivers.DeviceException in one line, when it is not there or is not a
   *     recording
   */
  public static Recording open(Path path, Channel channel) {
    var file = AudioFile.open(path);
    try {
      var recording = new Recording(file, decoder(file), channel);
      recording.check();
      return recording;
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static Decoder decoder(AudioFile file) {
    if (file.size() == 0) {
      throw file.damaged("is empty; the recorder wrote nothing to it");
    }
    var magic = ByteBuffer.allocate(4);
    if (file.read(magic) < 4) {
      throw file.damaged("has only " + file.size() + " bytes, too few for sound; leave it out");
    }
    file.seek(0);
    return switch (magic.getInt()) {
      case 0x52494646, 0x52463634 -> WavDecoder.open(file); // RIFF, RF64
      case 0x664C6143 -> FlacDecoder.open(file); // fLaC
      case 0x4F676753 -> VorbisDecoder.open(file); // OggS
      default -> throw file.damaged("is not WAV, FLAC or Ogg Vorbis; leave it out");
    };
  }

  private void check() {
    if (rate() < 1 || rate() > HIGHEST_RATE) {
      throw file.damaged(
          "says it was recorded at " + Integer.toUnsignedString(rate()) + " Hz; leave it out");
    }
    if (channels() < 1 || channels() > MOST_CHANNELS) {
      throw file.damaged("says it has " + channels() + " channels; leave it out");
    }
    if (channel.index() >= channels()) {
      throw file.unsupported(
          "has no channel " + channel.index() + ", only 0 to " + (channels() - 1));
    }
  }

  /** Sample frames a second, in Hz, as the header says. */
  public int rate() {
    return decoder.rate();
  }

  /** Channels in the file, of which one or the mean is heard. */
  public int channels() {
    return decoder.channels();
  }

  /** Number of sample frames, when the file says so; 0 is a recording that contains no sound. */
  public OptionalLong frames() {
    return decoder.frames();
  }

  /**
   * Reads the next sound.
   *
   * @return samples read into the front of {@code mono}, or -1 at the end
   * @throws org.fieldstation.drivers.DeviceException when the sound from here on is damaged
   */
  public int read(float[] mono) {
    if (mono.length == 0) {
      return 0;
    }
    if (channels() == 1) {
      return decoder.read(mono, mono.length);
    }
    if (interleaved.length < mono.length * channels()) {
      interleaved = new float[mono.length * channels()];
    }
    int frames = decoder.read(interleaved, mono.length);
    if (frames > 0) {
      channel.pick(interleaved, channels(), frames, mono);
    }
    return frames;
  }

  /** Whether the file was cut short before its sound ended; FLAC and Ogg know it at the end. */
  public boolean cut() {
    return decoder.cut();
  }

  @Override
  public void close() {
    file.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
