package org.fieldstation.sim.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sound in which every frame says its place: 1, 2, 3 … 32000, 1 …, the same in both channels. A
 * silent frame is one that the player did not play in time, which is no microphone's fault.
 */
final class Ramp {
  private static final int PERIOD = 32_000;
  private static final int PERIODS = 120;

  /** Two rounds, so that a comparison may begin anywhere in the first. */
  private static final float[] ROUNDS = new float[2 * PERIOD];

  static {
    for (int i = 0; i < ROUNDS.length; i++) {
      ROUNDS[i] = (1 + i % PERIOD) * 0x1p-15f;
    }
  }

  private int last;
  private long missing;
  private long silent;

  static void write(Path file) throws IOException {
    var round = ByteBuffer.allocate(PERIOD * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 1; i <= PERIOD; i++) {
      round.putShort((short) i).putShort((short) i);
    }
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < PERIODS; i++) {
        out.write(round.array());
      }
    }
  }

  long missing() {
    return missing;
  }

  long silent() {
    return silent;
  }

  /** Compared as a whole as far as it goes on from where it was; sample by sample where not. */
  void follow(float[] samples) {
    for (int at = 0; at < samples.length; ) {
      int from = last % PERIOD;
      int length = Math.min(samples.length - at, ROUNDS.length - from);
      int differs = Arrays.mismatch(ROUNDS, from, from + length, samples, at, at + length);
      int same = last == 0 ? 0 : differs < 0 ? length : differs;
      at += same;
      last = same == 0 ? last : (from + same - 1) % PERIOD + 1;
      if (at < samples.length && same < length) {
        odd(Math.round(samples[at++] * 0x1p15f));
      }
    }
  }

  private void odd(int now) {
    if (now == 0) {
      silent++;
      return;
    }
    if (last != 0) {
      missing += Math.floorMod(now - last - 1, PERIOD);
    }
    last = now;
  }
}
