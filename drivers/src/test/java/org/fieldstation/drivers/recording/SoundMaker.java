package org.fieldstation.drivers.recording;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a recording that is the same every time: 48 kHz, mono, 16 bit, noise as of wind, and every
 * few seconds a whistle that falls.
 *
 * <p>Arguments: the file, seconds.
 */
final class SoundMaker {
  private static final int RATE = 48_000;
  private static final int HEADER = 44;

  private SoundMaker() {}

  static void main(String[] args) throws IOException {
    int seconds = Integer.parseInt(args[1]);
    var second = ByteBuffer.allocate(2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
    try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
      out.write(header(2 * RATE * seconds));
      int state = 1;
      double wind = 0;
      double phase = 0;
      for (int s = 0; s < seconds; s++) {
        second.clear();
        for (int i = 0; i < RATE; i++) {
          state = state * 1_664_525 + 1_013_904_223;
          wind += 0.05 * ((state >> 8) * 0x1p-23 - wind);
          phase += (6000 - 3000.0 * i / RATE) / RATE;
          double whistle = s % 4 == 1 ? 0.2 * Math.sin(2 * Math.PI * phase) : 0;
          second.putShort((short) ((0.3 * wind + whistle) * Short.MAX_VALUE));
        }
        out.write(second.array());
      }
    }
  }

  private static byte[] header(int bytes) {
    return ByteBuffer.allocate(HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0x46464952) // RIFF
        .putInt(bytes + HEADER - 8)
        .putInt(0x45564157) // WAVE
        .putInt(0x20746d66) // fmt
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE)
        .putInt(2 * RATE)
        .putShort((short) 2)
        .putShort((short) 16)
        .putInt(0x61746164) // data
        .putInt(bytes)
        .array();
  }
}
