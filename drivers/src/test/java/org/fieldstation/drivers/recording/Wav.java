package org.fieldstation.drivers.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files as recorders, and broken recorders, write them. */
public final class Wav {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Wav(String kind, int size) {
    text(kind).ints(size).text("WAVE");
  }

  public static Wav riff() {
    return new Wav("RIFF", 0);
  }

  public static Wav rf64(long dataSize) {
    return new Wav("RF64", -1).text("ds64").ints(28).longs(0, dataSize, 0).ints(0);
  }

  /** A whole 16-bit file. */
  public static Wav s16(int channels, int rate, short... samples) {
    var data = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    data.asShortBuffer().put(samples);
    return riff().format(1, channels, rate, 16).chunk("data", data.array());
  }

  public Wav format(int tag, int channels, int rate, int bits) {
    return format(tag, channels, rate, bits, channels * bits / 8);
  }

  public Wav format(int tag, int channels, int rate, int bits, int block) {
    text("fmt ").ints(16);
    return shorts(tag, channels).ints(rate, rate * block).shorts(block, bits);
  }

  /** WAVE_FORMAT_EXTENSIBLE: the real tag is the beginning of a GUID. */
  public Wav extensible(int tag, int channels, int rate, int bits, int validBits) {
    text("fmt ").ints(40).shorts(0xfffe, channels).ints(rate, rate * channels * bits / 8);
    shorts(channels * bits / 8, bits, 22, validBits).ints(0).shorts(tag);
    return bytes(new byte[14]);
  }

  public Wav chunk(String id, byte[] body) {
    text(id).ints(body.length).bytes(body);
    return body.length % 2 == 0 ? this : bytes(new byte[1]);
  }

  /** A data chunk that claims a size of its own. */
  public Wav data(int claimed, byte... body) {
    return text("data").ints(claimed).bytes(body);
  }

  public Wav text(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Wav shorts(int... values) {
    for (int value : values) {
      out.write(value);
      out.write(value >> 8);
    }
    return this;
  }

  public Wav ints(int... values) {
    for (int value : values) {
      shorts(value, value >> 16);
    }
    return this;
  }

  public Wav longs(long... values) {
    for (long value : values) {
      ints((int) value, (int) (value >> 32));
    }
    return this;
  }

  public Wav bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }

  public Path write(Path to) {
    try {
      return Files.write(to, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
