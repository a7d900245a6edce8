package org.fieldstation.models.measures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first channel of a 16-bit WAV with a plain header. */
@SuppressWarnings("ArrayRecordComponent")
record Clip(int rate, float[] samples) {
  static Clip read(Path file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int channels = bytes.getShort(22);
    int data = 36;
    while (bytes.getInt(data) != 0x61746164) { // "data"
      data += 8 + bytes.getInt(data + 4);
    }
    var samples = new float[bytes.getInt(data + 4) / 2 / channels];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes.getShort(data + 8 + 2 * channels * i) / 32_768f;
    }
    return new Clip(bytes.getInt(24), samples);
  }
}
