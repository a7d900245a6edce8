package org.fieldstation.models.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Just enough of a WAV reader for the test recordings: PCM of 16 bits, mono, 44 100 Hz. */
final class Wav {
  private static final int RATE = 44_100;
  private static final int CROSSINGS = 32;

  private Wav() {}

  static float[] read(Path file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getShort(22) != 1 || bytes.getInt(24) != RATE || bytes.getShort(34) != 16) {
      throw new IOException(file + ": not mono, 16 bits, 44.1 kHz");
    }
    int at = 12;
    while (bytes.getInt(at) != 0x6174_6164) { // "data"
      at += 8 + bytes.getInt(at + 4);
    }
    var samples = new float[bytes.getInt(at + 4) / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = bytes.getShort(at + 8 + 2 * i) / 32768f;
    }
    return samples;
  }

  /** Changes the rate to 20 kHz by a windowed sinc of 32 zero crossings to each side. */
  static float[] at20kHz(float[] from) {
    int down = 441; // 44 100 / 20 000 in lowest terms
    int up = 200;
    int reach = CROSSINGS * down / up;
    var kernel = new float[up][];
    for (int phase = 0; phase < up; phase++) {
      kernel[phase] = kernel(phase / (double) up, reach, down / (double) up);
    }
    var to = new float[(int) ((long) from.length * up / down)];
    for (int i = 0; i < to.length; i++) {
      int centre = (int) ((long) i * down / up);
      var weights = kernel[(int) ((long) i * down % up)];
      float sum = 0;
      for (int n = Math.max(0, centre - reach);
          n <= Math.min(from.length - 1, centre + reach);
          n++) {
        sum += from[n] * weights[n - centre + reach];
      }
      to[i] = sum;
    }
    return to;
  }

  private static float[] kernel(double fraction, int reach, double ratio) {
    var kernel = new float[2 * reach + 1];
    for (int n = -reach; n <= reach; n++) {
      double x = (n - fraction) / ratio;
      double window = 0.5 + 0.5 * Math.cos(Math.PI * Math.clamp(x / CROSSINGS, -1, 1));
      double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      kernel[n + reach] = (float) (sinc * window / ratio);
    }
    return kernel;
  }
}
