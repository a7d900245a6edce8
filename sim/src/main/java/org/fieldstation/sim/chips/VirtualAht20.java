package org.fieldstation.sim.chips;

import java.util.Arrays;
import org.fieldstation.drivers.time.StationClock;

/** An AHT20 as the bus sees it (Aosong's product manual AHT20, section 5). */
public final class VirtualAht20 implements Slave {
  private static final int BUSY = 0x80;
  private static final int CALIBRATED = 0x08;
  private static final int ALWAYS = 0x10;
  private static final long MEASURING_NANOS = 75_000_000;

  private final Surroundings around;
  private final StationClock clock;
  private int state;
  private long doneNanos = Long.MIN_VALUE;
  private byte[] data = new byte[5];

  public VirtualAht20(Surroundings around, StationClock clock) {
    this.around = around;
    this.clock = clock;
    powerUp();
  }

  @Override
  public void powerUp() {
    state = ALWAYS;
    data = new byte[5];
    doneNanos = Long.MIN_VALUE;
  }

  @Override
  public void write(byte... bytes) {
    if (bytes.length == 0) {
      return;
    }
    switch (Byte.toUnsignedInt(bytes[0])) {
      case 0xBA -> powerUp();
      case 0xBE -> state |= CALIBRATED;
      case 0xAC -> {
        state |= BUSY;
        doneNanos = clock.nanos() + MEASURING_NANOS;
      }
      default -> {} // 0x71 asks for the status, which comes first in any case
    }
  }

  @Override
  public byte[] read(int length) {
    if ((state & BUSY) != 0 && clock.nanos() >= doneNanos) {
      state &= ~BUSY;
      measure();
    }
    var frame = new byte[7];
    frame[0] = (byte) state;
    System.arraycopy(data, 0, frame, 1, 5);
    frame[6] = (byte) crc(frame);
    return Arrays.copyOf(frame, length);
  }

  private void measure() {
    long humidity = Math.clamp(Math.round(around.humidity() / 100 * (1 << 20)), 0, (1 << 20) - 1);
    long celsius = Math.round((around.temperature() + 50) / 200 * (1 << 20));
    data =
        new byte[] {
          (byte) (humidity >> 12),
          (byte) (humidity >> 4),
          (byte) ((humidity & 0xF) << 4 | (celsius >> 16)),
          (byte) (celsius >> 8),
          (byte) celsius
        };
  }

  private static int crc(byte[] frame) {
    int register = 0xFF;
    for (int bit = 0; bit < 48; bit++) {
      int in = frame[bit / 8] >> (7 - bit % 8) & 1;
      int top = register >> 7 & 1;
      register = (register << 1 & 0xFF) ^ (top == in ? 0 : 0x31);
    }
    return register;
  }
}
