package org.fieldstation.drivers.recording.vorbis;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.util.OptionalLong;
import org.fieldstation.drivers.DeviceException;
import org.fieldstation.drivers.recording.format.AudioFile;
import org.fieldstation.drivers.recording.format.Decoder;

/** The decoder of Ogg Vorbis files, by JOrbis. */
public final class VorbisDecoder implements Decoder {
  private final AudioFile file;
  private final OggPackets packets;
  private final Info info = new Info();
  private final DspState synthesis = new DspState();
  private final Packet packet = new Packet();
  private final Block block;
  private final float[][][] pcm = new float[1][][];
  private final int[] from;
  private long played;
  private long origin;
  private long end = Long.MAX_VALUE;

  private VorbisDecoder(AudioFile file) {
    this.file = file;
    packets = new OggPackets(file);
    readHeaders();
    synthesis.synthesis_init(info);
    block = new Block(synthesis);
    from = new int[info.channels];
  }

  public static VorbisDecoder open(AudioFile file) {
    try {
      return new VorbisDecoder(file);
    } catch (DeviceException e) {
      throw e;
    } catch (RuntimeException e) { // JOrbis trusts what it reads
      throw damaged(file, e);
    }
  }

  /** The three headers of the specification, 4.2. */
  private void readHeaders() {
    info.init();
    var comment = new Comment();
    comment.init();
    for (int header = 0; header < 3; header++) {
      if (!packets.next(packet) || info.synthesis_headerin(comment, packet) < 0) {
        throw file.damaged("is Ogg without a Vorbis header; convert it to WAV or FLAC");
      }
    }
    if (info.channels < 1 || info.channels > 255 || info.rate < 1) {
      throw file.damaged("says %d channels at %d Hz".formatted(info.channels, info.rate));
    }
  }

  @Override
  public int rate() {
    return info.rate;
  }

  @Override
  public int channels() {
    return info.channels;
  }

  /** Only its last page would know. */
  @Override
  public OptionalLong frames() {
    return OptionalLong.empty();
  }

  @Override
  public int read(float[] interleaved, int wanted) {
    try {
      return decode(interleaved, wanted);
    } catch (DeviceException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(file, e);
    }
  }

  private int decode(float[] interleaved, int wanted) {
    int filled = 0;
    while (filled < wanted) {
      int ready = (int) Math.min(synthesis.synthesis_pcmout(pcm, from), end - played);
      if (ready <= 0) {
        if (played >= end || !packets.next(packet)) {
          break;
        }
        decodePacket();
        continue;
      }
      int count = Math.min(ready, wanted - filled);
      copy(interleaved, filled, count);
      synthesis.synthesis_read(count);
      played += count;
      filled += count;
    }
    return filled == 0 && wanted > 0 ? -1 : filled;
  }

  /**
   * Granule positions count frames at the end of each page; the last one may be smaller than what
   * its packets decode to, and what is beyond it is padding (Vorbis I, A.2).
   */
  private void decodePacket() {
    if (block.synthesis(packet) != 0) {
      return; // other packets are not sound
    }
    boolean last = packet.e_o_s != 0;
    long granule = packet.granulepos;
    packet.e_o_s = 0; // JOrbis would trim too, by a rule of its own
    synthesis.synthesis_blockin(block);
    if (granule >= 0 && last) {
      end = Math.max(played, granule - origin);
    } else if (granule >= 0) {
      origin = granule - played - synthesis.synthesis_pcmout(pcm, from);
    }
  }

  private void copy(float[] interleaved, int to, int count) {
    int channels = info.channels;
    for (int channel = 0; channel < channels; channel++) {
      float[] samples = pcm[0][channel];
      for (int i = 0; i < count; i++) {
        interleaved[(to + i) * channels + channel] = samples[from[channel] + i];
      }
    }
  }

  @Override
  public boolean cut() {
    return packets.cut();
  }

  private static DeviceException damaged(AudioFile file, RuntimeException cause) {
    return new DeviceException(
        DeviceException.Code.DAMAGED, file + " is damaged Ogg Vorbis; leave it out", cause);
  }
}
