package org.fieldstation.drivers.recording.wav;

import java.nio.ByteBuffer;

/** How a sample is written in a WAV file, little-endian, in a container of whole bytes. */
enum Samples {
  /** Unsigned, with silence at 128: only 8 bits are unsigned in WAV. */
  U8(1) {
    @Override
    void decode(ByteBuffer in, float[] out, int to, int count) {
      for (int i = 0; i < count; i++) {
        out[to + i] = ((in.get() & 0xff) - 128) * 0x1p-7f;
      }
    }
  },
  S16(2) {
    @Override
    void decode(ByteBuffer in, float[] out, int to, int count) {
      var shorts = new short[count];
      in.asShortBuffer().get(shorts);
      for (int i = 0; i < count; i++) {
        out[to + i] = shorts[i] * 0x1p-15f;
      }
    }
  },
  S24(3) {
    @Override
    void decode(ByteBuffer in, float[] out, int to, int count) {
      for (int i = 0, at = in.position(); i < count; i++, at += 3) {
        int high = (in.get(at + 2) << 16) | (in.getShort(at) & 0xffff);
        out[to + i] = high * 0x1p-23f;
      }
    }
  },
  S32(4) {
    @Override
    void decode(ByteBuffer in, float[] out, int to, int count) {
      var ints = new int[count];
      in.asIntBuffer().get(ints);
      for (int i = 0; i < count; i++) {
        out[to + i] = ints[i] * 0x1p-31f;
      }
    }
  },
  F32(4) {
    @Override
    void decode(ByteBuffer in, float[] out, int to, int count) {
      in.asFloatBuffer().get(out, to, count);
    }
  },
  F64(8) {
    @Override
    void decode(ByteBuffer in, float[] out, int to, int count) {
      for (int i = 0, at = in.position(); i < count; i++, at += 8) {
        out[to + i] = (float) in.getDouble(at);
      }
    }
  };

  private final int bytes;

  Samples(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** Whether a sample can be something that is not a number. */
  boolean floating() {
    return this == F32 || this == F64;
  }

  /** Decodes {@code count} samples to {@code out[to]} and after; full scale becomes -1 to 1. */
  abstract void decode(ByteBuffer in, float[] out, int to, int count);
}
