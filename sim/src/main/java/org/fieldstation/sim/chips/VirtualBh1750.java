package org.fieldstation.sim.chips;

import org.fieldstation.drivers.time.StationClock;

/** A BH1750 as the bus sees it (Rohm 11046EDT01): one byte a command, two bytes of counts. */
public final class VirtualBh1750 implements Slave {
  private static final double COUNTS_PER_LUX = 1.2;
  private static final int USUAL_TIME = 69;
  private static final long MEASURING_NANOS = 120_000_000; // page 2, typical

  private final Surroundings around;
  private final StationClock clock;
  private boolean on;
  private int time = USUAL_TIME;
  private int counts;
  private long doneNanos = Long.MAX_VALUE;

  public VirtualBh1750(Surroundings around, StationClock clock) {
    this.around = around;
    this.clock = clock;
  }

  @Override
  public void powerUp() {
    on = false;
    time = USUAL_TIME;
    counts = 0;
    doneNanos = Long.MAX_VALUE;
  }

  @Override
  public void write(byte... bytes) {
    for (byte it : bytes) {
      command(Byte.toUnsignedInt(it));
    }
  }

  private void command(int code) {
    if (code == 0x00) {
      on = false;
    } else if (code == 0x01) {
      on = true;
    } else if (code >> 3 == 0b01000) {
      time = (code & 0b111) << 5 | (time & 0b11111);
    } else if (code >> 5 == 0b011) {
      time = (time & 0b111_00000) | (code & 0b11111);
    } else if (code == 0x20 && on) {
      doneNanos = clock.nanos() + MEASURING_NANOS * time / USUAL_TIME;
    }
  }

  @Override
  public byte[] read(int length) {
    if (clock.nanos() >= doneNanos) {
      doneNanos = Long.MAX_VALUE;
      on = false; // page 5: a one-time mode ends in power down
      double lux = around.illuminance() * time / USUAL_TIME;
      counts = Math.clamp(Math.round(lux * COUNTS_PER_LUX), 0, 0xFFFF);
    }
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i % 2 == 0 ? counts >> 8 : counts);
    }
    return bytes;
  }
}
