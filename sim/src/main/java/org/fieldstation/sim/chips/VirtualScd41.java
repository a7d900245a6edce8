package org.fieldstation.sim.chips;

import org.fieldstation.drivers.kernel.KernelException;
import org.fieldstation.drivers.time.StationClock;

/** An SCD41 as the bus sees it (Sensirion SCD4x, section 3): a new measurement every 5 s. */
public final class VirtualScd41 extends Commands {
  private static final long EVERY_NANOS = 5_000_000_000L;
  private static final long STOP_NANOS = 500_000_000L;
  private static final int SOME_BITS = 0x0006;

  private final Surroundings around;
  private boolean measuring;
  private long nextNanos;
  private long stoppedNanos = Long.MIN_VALUE;

  public VirtualScd41(Surroundings around, StationClock clock) {
    super(clock);
    this.around = around;
  }

  @Override
  public void write(byte... bytes) throws KernelException {
    if (nanos() - stoppedNanos < STOP_NANOS && stoppedNanos != Long.MIN_VALUE) {
      throw Nack.nobody(); // section 3.5.3: no commands for 500 ms
    }
    noAnswer();
    if (bytes.length != 2) {
      return;
    }
    switch (Byte.toUnsignedInt(bytes[0]) << 8 | Byte.toUnsignedInt(bytes[1])) {
      case 0x21B1 -> {
        measuring = true;
        nextNanos = nanos() + EVERY_NANOS;
      }
      case 0x3F86 -> {
        measuring = false;
        stoppedNanos = nanos();
      }
      case 0x3682 -> serial();
      case 0xE4B8 -> answer(1, measuring && nanos() >= nextNanos ? 0x8000 | SOME_BITS : 0x8000);
      case 0xEC05 -> measurement();
      default -> {}
    }
  }

  /** Answered only while it does not measure (table 9). */
  private void serial() throws KernelException {
    if (measuring) {
      throw Nack.nobody();
    }
    answer(1, 0xF896, 0x9F07, 0x3BBE);
  }

  private void measurement() throws KernelException {
    if (!measuring || nanos() < nextNanos) {
      throw Nack.nobody(); // section 3.5.2: an empty buffer is not acknowledged
    }
    nextNanos = nanos() + EVERY_NANOS;
    answer(
        1,
        (int) Math.round(around.carbonDioxide()),
        ratio((around.temperature() + 45) / 175),
        ratio(around.humidity() / 100));
  }

  @Override
  public void powerUp() {
    noAnswer();
    measuring = false;
    stoppedNanos = Long.MIN_VALUE;
  }
}
