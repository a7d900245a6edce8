package org.fieldstation.models.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads one window of sound from the plainest kind of WAV file; any other kind is refused. A golden
 * clip must not depend on a resampler or a decoder.
 */
record WindowFile(int rate, int samples) {
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final short PCM = 1;

  float[] read(byte[] file) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    Checks.that(
        file.length > HEADER && word(file, 0).equals("RIFF") && word(file, 8).equals("WAVE"),
        "is not a WAV file");
    boolean described = false;
    for (int at = HEADER; at + CHUNK <= file.length; ) {
      int size = bytes.getInt(at + 4);
      int from = at + CHUNK;
      Checks.that(size >= 0 && size <= file.length - from, "is cut short");
      switch (word(file, at)) {
        case "fmt " -> described = describe(bytes, from, size);
        case "data" -> {
          Checks.that(described, "has sound before its format");
          return sound(bytes.slice(from, size).order(ByteOrder.LITTLE_ENDIAN));
        }
        default -> {} // a remark
      }
      at = from + size + size % 2;
    }
    throw new IllegalArgumentException("has no sound");
  }

  private boolean describe(ByteBuffer bytes, int at, int size) {
    Checks.that(size >= 16, "has a broken format");
    Checks.that(
        bytes.getShort(at) == PCM
            && bytes.getShort(at + 2) == 1
            && bytes.getInt(at + 4) == rate
            && bytes.getShort(at + 14) == 16,
        "must be mono, 16-bit PCM at %d Hz".formatted(rate));
    return true;
  }

  private float[] sound(ByteBuffer data) {
    Checks.that(
        data.remaining() == 2 * samples,
        "must hold one window of %d samples, and holds %d"
            .formatted(samples, data.remaining() / 2));
    var window = new float[samples];
    for (int i = 0; i < samples; i++) {
      window[i] = data.getShort(2 * i) / 32_768f;
    }
    return window;
  }

  private static String word(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}
