package org.fieldstation.station.classify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes 16-bit mono WAV files for tests. */
public final class Wav {
  private Wav() {}

  public static Path write(Path file, int rate, float... samples) throws IOException {
    var bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
    bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    bytes.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
    bytes.putShort((short) 2).putShort((short) 16);
    bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
    for (var sample : samples) {
      bytes.putShort((short) Math.round(32767 * sample));
    }
    return Files.write(file, bytes.array());
  }

  /** A tone of 440 Hz at a tenth of full scale. */
  public static float[] tone(int rate, int length) {
    var samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.1 * Math.sin(2 * Math.PI * 440 * i / rate));
    }
    return samples;
  }
}
